import type { Tags } from './tags'

/** Tag names, of any block, that name a person, a place, one device or one picture. */
const IDENTIFYING_TAGS: readonly (readonly [kind: string, name: RegExp])[] = [
  [
    'gps',
    new RegExp(
      '^(City|State|Country|CountryCode|CountryName|Location|LocationName|Sub-?location|Province/?State|' +
        'Country/Primary Location Name|GPSAreaInformation)$',
      'i',
    ),
  ],
  ['serial', /serial ?number/i],
  [
    'name',
    new RegExp(
      '^(Artist|Copyright|Copyright Notice|CameraOwnerName|OwnerName|By-line|creator|rights|Credit|XPAuthor|Author|' +
        'PersonInImage|CaptionWriter|Writer/Editor)$',
      'i',
    ),
  ],
  ['unique-id', /^(ImageUniqueID|DocumentID|InstanceID|OriginalDocumentID)$/i],
]

/** Kinds of what the metadata tell of a person, sorted: never the values. */
export function findIdentifyingKinds(tags: Tags): string[] {
  const kinds = new Set<string>(hasCoordinates(tags) ? ['gps'] : [])
  for (const group of Object.values(tags)) {
    if (!group || typeof group !== 'object') continue
    for (const [tag, found] of Object.entries(group)) {
      if (!describe(found).trim()) continue
      for (const [kind, name] of IDENTIFYING_TAGS) if (name.test(tag)) kinds.add(kind)
    }
  }
  return [...kinds].sort()
}

const describe = (found: unknown): string =>
  typeof found === 'object' && found !== null && 'description' in found
    ? String(found.description ?? '')
    : String(found)

/** A GPS block often holds its version alone, or noughts where the phone knew no place. */
function hasCoordinates({ gps, xmp }: Tags): boolean {
  const coordinates = [gps?.['Latitude'], gps?.['Longitude']].map(Number)
  if (coordinates.some(degrees => Number.isFinite(degrees) && degrees !== 0)) return true
  return ['GPSLatitude', 'GPSLongitude'].some(tag => /[1-9]/.test(describe(xmp?.[tag] ?? '')))
}
