import { describe, expect, it } from 'vitest'
import { finding, letter, readPages, suspension } from './letter-fixture.ts'
import { renderLetter } from './render-letter.ts'

const HOSTILE = '#import "x": * $ x^2 $ @ref <label> \\u{41} *bold* _i_ #panic("p") `raw` // gone /* gone'
/** Pages are read without their spaces. */
const SEEN = HOSTILE.replaceAll(' ', '')

describe('the letter as a PDF', () => {
  it('shows number, day, firm, finding, amount and address on paper', async () => {
    const findings = [finding({ kind: 'entitlement', value: 'PKR 1250000' })]
    const pdf = await renderLetter(letter({ kind: 'entitlement', findings }))
    const text = readPages(pdf).join('')
    expect(text).toContain('IndusCyclesLimitedPlot12KorangiKarachi')
    for (const part of ['DET-2027-0001', '15November2027', 'PKR1,250,000', 'sha256:release', 'sha256:result']) {
      expect(text).toContain(part)
    }
    expect(text).toContain('https://maqami.example/verify/DET-2027-0001')
    expect(text).not.toContain('REHEARSAL')
  })

  it('says on every page of a rehearsal that it is one', async () => {
    const findings = Array.from({ length: 12 }, () => suspension())
    const pages = readPages(await renderLetter(letter({ kind: 'sanction', rehearsal: true, findings })))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toMatch(/^REHEARSALNothinginthisletterhaslegaleffect\./)
  })

  it('says on every page of a demonstration that it is one', async () => {
    const findings = Array.from({ length: 12 }, () => suspension())
    const pages = readPages(await renderLetter(letter({ kind: 'sanction', demonstration: true, findings })))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toContain('DEMONSTRATION:themakerisinvented')
    expect(readPages(await renderLetter(letter())).join('')).not.toContain('DEMONSTRATION')
  })

  it('prints what people wrote letter by letter, and takes none of it for markup', async () => {
    const pdf = await renderLetter(
      letter({ manufacturer: { name: HOSTILE, address: HOSTILE }, reasons: `${HOSTILE}\n`.repeat(45) }),
    )
    const pages = readPages(pdf)
    // The name stands above the address and in two sentences; of those the Urdu one is read in pieces.
    expect(pages.join('').split(SEEN).length - 1).toBeGreaterThanOrEqual(1 + 1 + 45)
    expect(pages.length).toBeGreaterThan(1)
  })

  it('prints 4,000 characters without a space, all of them', async () => {
    const pages = readPages(await renderLetter(letter({ reasons: 'ж'.repeat(4000) })))
    expect(pages.join('').split('ж').length - 1).toBe(4000)
  })

  it('gives the same bytes for the same data, whatever was rendered between', async () => {
    const first = await renderLetter(letter())
    const other = await renderLetter(letter({ decided_on: '2027-11-16' }))
    const again = await renderLetter(letter())
    expect(again.equals(first)).toBe(true)
    expect(other.equals(first)).toBe(false)
    expect(first.toString('latin1')).not.toMatch(/CreationDate|CreateDate|ModDate/)
  })

  it('is set in the fonts that it carries', async () => {
    const pdf = (await renderLetter(letter({ reasons: 'किसी 汉字 😀' }))).toString('latin1')
    const fonts = new Set([...pdf.matchAll(/\/BaseFont \/[A-Z]{6}\+([A-Za-z]+)-/g)].map((found) => found[1]))
    expect(fonts).toEqual(new Set(['NotoSans', 'NotoNastaliqUrdu', 'NotoNaskhArabic']))
  })
})
