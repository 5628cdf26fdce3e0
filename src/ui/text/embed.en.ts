import type { EmbedText } from './embed.zh-CN'

export const embedEn: EmbedText = {
  brand: '照检 Zhaojian',
  done: 'Done',
  awaiting: 'Fetching the school’s rules…',
  refused: 'The photo check is not set up yet',
  refusedAdvice:
    'The school’s rules did not load, so nothing is checked now: it might be against the wrong ones. Try ' +
    'again later, or tell the school that the photo check here does not open.',
  chooseOther: 'Choose a school yourself',
  details: 'For the school’s web team',
  detailsLead: 'The browser’s console says the same.',
  problem: {
    'profile-unknown': 'There is no profile of this id',
    'profile-refused': 'This address can’t be used',
    'profile-unreachable': 'It did not arrive',
    'profile-invalid': 'A field is wrong',
  },
}
