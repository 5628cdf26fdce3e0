import { describe, expect, it } from 'vitest'
import { joinExtendedXmp, readXmp } from './xmp'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (content: string): Readonly<Record<string, string>> =>
  readXmp(encode(`noise <x <x:xmpmeta xmlns:x="adobe:ns:meta/">${content}</x:xmpmeta> noise`))

describe('a packet', () => {
  it('gives elements and attributes by their local names, those of RDF and XML aside', () =>
    expect(
      read(`<?xpacket begin="" id="1"?><!-- <a:no>no</a:no> --><rdf:RDF xmlns:rdf="r"><rdf:Description rdf:about="x"
        xml:lang="en" a:One="1" b:two='2 > 1'><c:Three>three</c:Three></rdf:Description></rdf:RDF>`),
    ).toEqual({ One: '1', two: '2 > 1', Three: 'three' }))
  it('joins what is given several times, and lists to their property', () =>
    expect(
      read('<d:names><rdf:Bag><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Bag></d:names><e:names>C</e:names>'),
    ).toEqual({ names: 'A, B, C' }))
  it('decodes entities, and leaves out what is empty', () =>
    expect(read('<a:b>&lt;&#65;&#x42;&amp;&quot;&apos;&#9999999;</a:b><a:c> </a:c><a:d/>')).toEqual({ b: '<AB&"\'' }))
  it('ends an element that is closed in itself', () =>
    expect(read('<a:b x:y="1"/>text<a:c>2</a:c>')).toEqual({ y: '1', c: '2' }))
  it('may lack its wrapper or its end', () => {
    expect(readXmp(encode('<rdf:RDF xmlns:rdf="r"><a:b>1</a:b></rdf:RDF>'))).toEqual({ b: '1' })
    expect(readXmp(encode('<x:xmpmeta><a:b>1</a:b><a:c>2'))).toEqual({ b: '1', c: '2' })
  })
  it('is read though another stands before it', () =>
    expect(readXmp(encode('<x:xmpmeta><a:b>1</a:b></x:xmpmeta>..<x:xmpmeta><a:c>2</a:c></x:xmpmeta>'))).toEqual({
      b: '1',
      c: '2',
    }))
  it('is read to half a megabyte', () => {
    const long = `<x:xmpmeta><a:b>1</a:b>${' '.repeat(512 * 1024)}<a:c>2</a:c></x:xmpmeta>`
    expect(readXmp(encode(long))).toEqual({ b: '1' })
  })
  it('that is none says nothing', () => expect(readXmp(encode('a < b <x:xmp'))).toEqual({}))
})

describe('the continuation of a packet', () => {
  const part = (text: string): Uint8Array =>
    encode(`http://ns.adobe.com/xmp/extension/\0${'0'.repeat(32)}\0\0\0\0\0\0\0\0${text}`)
  it('is joined in order, without other segments', () =>
    expect(new TextDecoder().decode(joinExtendedXmp([part('<rdf:RDF>'), encode('Exif'), part('</rdf:RDF>')]))).toBe(
      '<rdf:RDF></rdf:RDF>',
    ))
  it('of none is empty', () => expect(joinExtendedXmp([encode('Exif')])).toHaveLength(0))
})
