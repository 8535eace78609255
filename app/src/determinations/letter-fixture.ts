/** Letters to render in tests, and what a reader of the PDF gets to read. */
import { inflateSync } from 'node:zlib'
import { NO_NAMES } from '@maqami/engine/explain/names.ts'
import type { DeterminedFinding } from './determination.ts'
import type { LetterData } from './letter.ts'

const BOARD = { en: 'Bicycle Board', ur: 'سائیکل بورڈ' }

export function finding(more: Partial<DeterminedFinding> = {}): DeterminedFinding {
  return {
    finding: 'localization_requirement',
    kind: 'requirement',
    label: { en: 'Localization requirement', ur: 'مقامی تیاری کی شرط' },
    summary: { en: 'Enough of the value is local.', ur: 'قدر کا کافی حصہ مقامی ہو۔' },
    clause: 'act, 1(2)',
    value: 'false',
    effect: null,
    from: null,
    power: null,
    ...more,
  }
}

/** A suspension that the Board may order from 1 December 2027. */
export function suspension(more: Partial<DeterminedFinding> = {}): DeterminedFinding {
  return finding({
    finding: 'licence_suspension',
    kind: 'sanction',
    label: { en: 'Suspension of the licence', ur: 'لائسنس کی معطلی' },
    summary: null,
    clause: 'act, 3(2)',
    value: 'true',
    effect: { verb: 'suspend', noun: 'licence' },
    from: '2027-12-01',
    power: { authority: BOARD, clause: 'act, 3(2)' },
    ...more,
  })
}

export function letter(more: Partial<LetterData> = {}): LetterData {
  return {
    number: 'DET-2027-0001',
    kind: 'failure',
    rehearsal: false,
    programme: { en: 'Bicycle Localization Programme', ur: 'سائیکلوں کی مقامی تیاری کا پروگرام' },
    authority: BOARD,
    names: { ...NO_NAMES, instruments: new Map([['act', { en: 'The Bicycle Act', ur: 'سائیکل ایکٹ' }]]) },
    manufacturer: { name: 'Indus Cycles Limited', address: 'Plot 12\nKorangi\nKarachi' },
    year: '2026-27',
    subject: { en: '', ur: '' },
    decided_on: '2027-11-15',
    findings: [finding()],
    reasons: 'The certificate does not name the maker.',
    follows: null,
    demonstration: false,
    prepared_by: 'Ayesha Malik',
    approved_by: 'Bilal Khan',
    cure_ends_on: null,
    appeal_ends_on: null,
    grounds: [],
    release_hash: 'sha256:release',
    result_hash: 'sha256:result',
    engine_version: '0.1.0',
    verify_address: 'https://maqami.example/verify/DET-2027-0001',
    ...more,
  }
}

/** The text of each page as its fonts spell it, without the spaces: those come from places as much as from letters. */
export function readPages(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf)
  const spelled = new Map<string, ReadonlyMap<number, string>>()
  const spelling = (font: string): ReadonlyMap<number, string> => {
    const known = spelled.get(font) ?? spellingOf(streamOf(objects.get(referenceIn(objects.get(font), 'ToUnicode'))))
    spelled.set(font, known)
    return known
  }
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\s/.test(object))
    .map((page) => {
      const fonts = new Map(
        [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, spelling(id)]),
      )
      return textIn(streamOf(objects.get(referenceIn(page, 'Contents'))), fonts)
    })
}

function objectsOf(pdf: Buffer): ReadonlyMap<string, string> {
  const found = pdf.toString('latin1').matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)
  return new Map([...found].map(([, id = '', body = '']) => [id, body]))
}

function referenceIn(object: string | undefined, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(object ?? '')?.[1] ?? ''
}

function streamOf(object: string | undefined): string {
  const [, bytes = ''] = /stream\n([\s\S]*)\nendstream/.exec(object ?? '') ?? []
  return object?.includes('/FlateDecode') === true
    ? inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
    : bytes
}

function spellingOf(map: string): ReadonlyMap<number, string> {
  const pairs = map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)
  return new Map(
    [...pairs].map(([, code = '', text = '']) => [
      Number.parseInt(code, 16),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  )
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function textIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined
  let text = ''
  for (const [, name, written] of content.matchAll(
    /\/(f\d+) [\d.]+ Tf|\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)/g,
  )) {
    if (name !== undefined) font = fonts.get(name)
    const raw = (written ?? '').replaceAll(/\\(\d{1,3}|[\s\S])/g, (_whole, mark: string) =>
      /^\d/.test(mark) ? String.fromCodePoint(Number.parseInt(mark, 8)) : (ESCAPES[mark] ?? mark),
    )
    for (let at = 0; at + 1 < raw.length; at += 2) {
      text += font?.get(raw.charCodeAt(at) * 256 + raw.charCodeAt(at + 1)) ?? ''
    }
  }
  return text.replaceAll(/[\s\u200b\u2066-\u2069]/g, '')
}
