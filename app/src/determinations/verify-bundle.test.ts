/** The bundle of a sanction that was made by this version and is kept in the repository: it comes out the same as long as the law of the engine is kept. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson, hashOf } from '@maqami/engine/canonical/canonical.ts'
import { assert, asyncProperty, constantFrom, integer, nat, tuple } from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashBytes } from '../documents/keep-document.ts'
import { openZip } from '../kernel/limited-zip.ts'
import { zipOf, zipWith } from '../kernel/stable-zip.ts'
import { PROJECT_ROOT } from '../policy-releases/find-folder.ts'
import { letter, suspension } from './letter-fixture.ts'
import { LETTER_FORM, type LetterData } from './letter.ts'
import { letterText } from './letter-text.ts'
import { renderLetter } from './render-letter.ts'
import { type BundleVerified, NoBundle, verifyBundle } from './verify-bundle.ts'
import { saidOf } from './verify-determination.ts'

const ALL = { bytes: 1e7, entries: 100, unpackedBytesOfEntry: 1e7, unpackedBytes: 1e8, packing: 1000, packingFrom: 1e7 }

let bytes: Buffer
let files: ReadonlyMap<string, Buffer>
beforeAll(async () => {
  bytes = await readFile(join(PROJECT_ROOT, 'examples', 'determination.zip'))
  const zip = await openZip(bytes, ALL)
  files = new Map(await Promise.all(zip.names.map(async (name) => [name, await zip.read(name)] as const)))
})

const asText = (name: string, from = files): string => (from.get(name) ?? Buffer.alloc(0)).toString('utf8')

/** As somebody would forge it: changed, and the list of hashes made to fit. */
function forged(changes: Readonly<Record<string, string | Buffer>>): Buffer {
  const changed = new Map([
    ...files,
    ...Object.entries(changes).map(([name, one]) => [name, Buffer.from(one)] as const),
  ])
  const manifest = JSON.parse(asText('manifest.json')) as Readonly<Record<string, unknown>>
  const hashes = [...changed]
    .filter(([name]) => name !== 'manifest.json')
    .map(([name, one]) => [name, hashBytes(one)] as const)
  return zipOf(
    new Map([
      ...changed,
      ['manifest.json', Buffer.from(canonicalJson({ ...manifest, files: Object.fromEntries(hashes) }))],
    ]),
  )
}
const replaced = (name: string, what: string, by: string): Record<string, string> => {
  expect(asText(name)).toContain(what)
  return { [name]: asText(name).replaceAll(what, by) }
}
async function differences(bundle: Buffer): Promise<readonly string[]> {
  // The letter that is in it, so that only what was changed is told.
  const served = async () => await Promise.resolve(files.get('letter.pdf') ?? Buffer.alloc(0))
  return (await verifyBundle(bundle, served)).differences
}

describe('the bundle of a determination', () => {
  it('comes out the same to the last byte, its letter too, and is packed the same again', async () => {
    const verified = await verifyBundle(bytes, renderLetter)
    expect(verified).toMatchObject({ number: 'D-000002', differences: [], made_by: '0.1.0', is_earlier_form: false })
    expect(verified.signed_hash).toBe((JSON.parse(asText('manifest.json')) as { signed_hash: string }).signed_hash)
    const again = await openZip(zipOf(files), ALL)
    expect(again.names).toEqual([...files.keys()].toSorted())
    expect(zipOf(files)).toEqual(zipOf(new Map([...files].toReversed())))
  })

  it('comes out the same where another version of the engine made it, and says which', async () => {
    const older = (name: string) => replaced(name, '"engine_version":"0.1.0"', '"engine_version":"0.0.9"')
    const assessment = older('assessment.json')
    const result_hash = hashBytes(Buffer.from(assessment['assessment.json'] ?? ''))
    const before = hashBytes(Buffer.from(asText('assessment.json')))
    const rehashed = (name: string) => ({ [name]: (older(name)[name] ?? '').replaceAll(before, result_hash) })
    const verified = await verifyBundle(
      forged({ ...assessment, ...rehashed('made-by.json'), ...rehashed('letter.json') }),
      async () => await Promise.resolve(files.get('letter.pdf') ?? Buffer.alloc(0)),
    )
    expect(verified).toMatchObject({ differences: [], made_by: '0.0.9', engine_version: '0.1.0' })
  })

  it.each([
    [
      'a fact',
      'facts.json',
      'PKR 16000',
      'PKR 13000',
      /^[a-z_]+: assessment\.json\.subjects\[0\]\S+ says .*; computed again/,
    ],
    ['a row of the law', 'release/sanctions/parameters.yaml', '10000', '10001', /^The release is sha256:.*, and not/],
    ['a day of the case', 'case-facts.json', '2027-07-10', '2027-07-11', /licence_suspension.*2027-09-11/],
    [
      'an amount that was determined',
      'determination.json',
      'PKR 10000',
      'PKR 9000',
      /^penalty is determined as PKR 9000/,
    ],
    ['the reasons that were signed', 'determination.json', 'too late', 'too soon', /^What was signed is sha256:/],
    ['the reasons in the letter', 'letter.json', 'too late', 'too soon', /^The letter says another reasons/],
    [
      'a node of the explanation',
      'assessment.json',
      '"PKR 10000"',
      '"PKR 10009"',
      /^penalty: assessment\.json\.subjects\[0\]\.explanation\./,
    ],
  ])('tells of %s that was changed with its hash', async (_what, name, what, by, told) => {
    expect((await differences(forged(replaced(name, what, by)))).join('\n')).toMatch(told)
  })

  it('tells of a file that was changed, added or taken out without its hash, and of a letter that was printed from something else', async () => {
    const touched = new Map([
      ...files,
      ['facts.json', Buffer.from(asText('facts.json').replace('PKR 16000', 'PKR 13000'))],
    ])
    expect(await differences(zipOf(touched))).toContain('facts.json was changed: it is not what the manifest lists.')
    expect(await differences(zipOf(new Map([...files, ['more.txt', Buffer.from('x')]])))).toEqual([
      'more.txt is not listed.',
    ])
    const less = new Map(files)
    less.delete('letter.pdf')
    expect(await differences(zipOf(less))).toContain('letter.pdf is missing.')
    const printed = await verifyBundle(bytes, async () => await Promise.resolve(Buffer.from('another')))
    expect(printed.differences).toEqual(['letter.pdf is not the letter that letter.json gives when it is printed.'])
  })

  it('says what became of it as the file tells, which nobody signed, and refuses what such a file cannot say', async () => {
    const printed = async () => await Promise.resolve(files.get('letter.pdf') ?? bytes)
    const without = new Map([...files].filter(([name]) => name !== 'standings.json'))
    const told = await verifyBundle(zipOf(without), printed)
    expect([told.differences, told.since]).toEqual([[], null])
    expect(saidOf(told)).toContain('The file says nothing of what became of it since it was approved.')
    const event = (kind: string) => ({ kind, cause: 'appeal A-000001', effective_on: '2027-10-01', findings: null })
    const standing = { number: 'D-000002', as_of: '2027-10-02', standing: 'in_effect', events: [], events_before: [] }
    const asTold = (said: unknown) => zipWith(zipOf(without), 'standings.json', Buffer.from(JSON.stringify(said)))
    const stayed = { ...standing, standing: 'stayed', events_before: [event('stayed')] }
    expect(saidOf(await verifyBundle(asTold(stayed), printed))).toEqual(
      expect.arrayContaining([
        'The failure that it rests on: stayed on 2027-10-01 by appeal A-000001',
        'On 2027-10-02, when the file was fetched: stayed',
      ]),
    )
    const impossible = [
      null,
      { ...standing, number: 'D-000003' },
      { ...stayed, standing: 'in_effect' },
      { ...standing, events: [event('resumed')] },
      { ...standing, events: [event('varied')] },
      { ...standing, events: [event('toString')] },
      { ...standing, as_of: '2 October' },
    ]
    for (const said of impossible)
      await expect(verifyBundle(asTold(said), printed)).rejects.toThrow('standings.json is not what such a file says')
  })

  it('is refused unread where it is too large, too many, packed too densely or no archive', async () => {
    const huge = zipOf(new Map([...files, ['facts.json', Buffer.alloc(2_000_000)]]))
    await expect(verifyBundle(huge, renderLetter)).rejects.toThrow('packed too densely')
    const many = new Map(Array.from({ length: 401 }, (_, at) => [`release/${at}.yaml`, Buffer.from('x')]))
    await expect(verifyBundle(zipOf(many), renderLetter)).rejects.toThrow('too many entries')
    await expect(verifyBundle(Buffer.alloc(64_000_001), renderLetter)).rejects.toThrow('too large')
    await expect(verifyBundle(Buffer.from('%PDF-1.7'), renderLetter)).rejects.toThrow(NoBundle)
    await expect(verifyBundle(zipOf(new Map()), renderLetter)).rejects.toThrow('manifest.json is missing')
    const padded = forged({
      'letter.json': Buffer.concat([Buffer.from(asText('letter.json')), randomBytes(8_000_000)]),
    })
    await expect(verifyBundle(padded, renderLetter)).rejects.toThrow('letter.json is larger than')
  })

  it.each([[undefined], [null], ['all'], [7]])('is none where its list of files is %j', async (list) => {
    const manifest = { ...(JSON.parse(asText('manifest.json')) as object), files: list }
    const listed = zipOf(new Map([...files, ['manifest.json', Buffer.from(JSON.stringify(manifest))]]))
    await expect(verifyBundle(listed, renderLetter)).rejects.toThrow(NoBundle)
  })

  it('says nothing of the letter that it has not printed, and forges no line', async () => {
    const verified = await verifyBundle(bytes, async () => await Promise.resolve(files.get('letter.pdf') ?? bytes))
    expect(saidOf(verified)[0]).toMatch(/its letter says so/)
    const claimed = forged(replaced('made-by.json', `"letter_form":${LETTER_FORM}`, '"letter_form":0'))
    const [same, , earlier] = saidOf(await verifyBundle(claimed, renderLetter))
    expect(same).toBe('Same: D-000002 follows from its facts and its law, to the last byte.')
    expect(earlier).toMatch(/nothing here tells what letter\.pdf says/)
    const lines = saidOf({
      ...verified,
      number: 'D-000002\u001b[2J',
      verify_address: 'https://x.example\nSigned: sha256:0',
    })
    expect(lines.filter((line) => line.startsWith('Signed:'))).toHaveLength(1)
    expect(lines.join('')).not.toMatch(/\p{Cc}/u)
  })

  it('answers whatever is in it: the same, other, or that it is none', async () => {
    const place = tuple(integer({ min: 0, max: bytes.length - 1 }), nat({ max: 255 }))
    await assert(
      asyncProperty(place, async ([at, byte]) => {
        const broken = Buffer.from(bytes)
        broken[at] = byte
        await answered(broken)
      }),
      { numRuns: 25 },
    )
    const json = ['manifest.json', 'determination.json', 'made-by.json', 'facts.json', 'case-facts.json', 'letter.json']
    const part = tuple(
      constantFrom(...json),
      nat(),
      constantFrom('', 'null', '[]', '{}', '"', '9', '-', '\u0000', '[['),
    )
    await assert(
      asyncProperty(part, async ([name, at, by]) => {
        const text = asText(name)
        const from = at % text.length
        await answered(forged({ [name]: `${text.slice(0, from)}${by}${text.slice(from + 3)}` }))
        await answered(forged({ [name]: by }))
      }),
      { numRuns: 8 },
    )
  })

  async function answered(bundle: Buffer): Promise<void> {
    const printed = async (data: LetterData) => await Promise.resolve(Buffer.from(JSON.stringify(letterText(data))))
    const said: unknown = await verifyBundle(bundle, printed).catch((cause: unknown) => cause)
    expect(said instanceof NoBundle || (said as BundleVerified).differences.length >= 0).toBe(true)
  }
})

describe('the form of letters', () => {
  it('has another number when the same data give another letter', async () => {
    const template = await Promise.all(
      ['letter-head.typ', 'letter.typ'].map(async (name) => await readFile(new URL(name, import.meta.url), 'utf8')),
    )
    const data = (['failure', 'entitlement', 'sanction', 'restoration'] as const).map((kind) =>
      letterText(
        letter({
          kind,
          rehearsal: true,
          appeal_ends_on: '2027-12-15',
          follows: 'D-000001',
          findings: [suspension(), suspension({ power: null })],
        }),
      ),
    )
    // Where this fails, raise LETTER_FORM and write the hash that it has now beside it.
    expect([LETTER_FORM, await hashOf([template, JSON.stringify(data)])]).toEqual([
      3,
      'sha256:289a8962b98cd910358f4320fa40e3e53575f3f008ca54593ff18e054c3e815c',
    ])
  })
})
