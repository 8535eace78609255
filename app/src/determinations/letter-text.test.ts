import { describe, expect, it } from 'vitest'
import { finding, letter, suspension } from './letter-fixture.ts'
import type { Told } from './letter.ts'
import { type LetterSide, letterText } from './letter-text.ts'

/** As it reads: marks of direction say how it runs, not what it says. */
function read(text: string | null | undefined): string {
  return (text ?? '').replaceAll(/[\u2066-\u2069]/g, '')
}

function told(side: LetterSide): readonly string[] {
  return side.findings.flatMap((one) => one.sentences.map(read))
}

describe('the text of a letter', () => {
  it('says in both languages what was determined, of what and when', () => {
    const { en, ur } = letterText(letter({ subject: { en: 'smartphone', ur: 'سمارٹ فون' } }))
    expect(read(en.subject)).toBe('Determination of failure: smartphone, year 2026-27')
    expect(read(ur.subject)).toBe('کوتاہی ثابت ہونے کا فیصلہ: سمارٹ فون، سال 2026-27')
    expect(en.facts.map(({ name, value }) => `${name}: ${read(value)}`)).toEqual([
      'Number: DET-2027-0001',
      'Date: 15 November 2027',
    ])
    expect(ur.facts.map(({ value }) => read(value))).toEqual(['DET-2027-0001', '15 نومبر 2027'])
  })

  it('names the clause as the law is called, and the state of each finding', () => {
    const { en, ur } = letterText(letter())
    expect(read(en.findings[0]?.clause)).toBe('The Bicycle Act, 1(2)')
    expect(read(ur.findings[0]?.clause)).toBe('سائیکل ایکٹ، 1(2)')
    expect(en.findings[0]?.state).toEqual({ kind: 'not_met', word: 'Not met' })
    expect(en.findings[0]?.amount).toBeNull()
  })

  it('writes amounts with commas in Western digits, and says who owes them', () => {
    const findings = [
      finding({ kind: 'entitlement', value: 'PKR 1250000' }),
      finding({ kind: 'liability', value: 'PKR 84.5' }),
    ]
    const { en, ur } = letterText(letter({ kind: 'entitlement', findings }))
    const amounts = ['PKR 1,250,000', 'PKR 84.50']
    expect(en.findings.map(({ amount }) => read(amount))).toEqual(amounts)
    expect(ur.findings.map(({ amount }) => read(amount))).toEqual(amounts)
    expect(en.findings.map(({ state }) => state?.word)).toEqual(['Due to the firm', 'Due from the firm'])
  })

  it('says of a grant that waits for its budget that it is not entered in the account', () => {
    const grant = finding({ kind: 'entitlement', label: { en: 'Grant', ur: 'گرانٹ' }, value: 'PKR 40000' })
    const of = (waiting?: Told['waiting']) =>
      letterText(letter({ kind: 'entitlement', findings: [grant], ...(waiting === undefined ? {} : { waiting }) }))
    const waits = of([{ finding: grant.finding, amount: 'PKR 20000.00' }])
    expect(read(waits.en.consequences)).toContain('no money at present for PKR 20,000 (Grant)')
    expect(read(waits.en.consequences)).toContain('not entered in its account yet')
    expect(read(waits.ur.consequences)).toContain('ابھی اس کے کھاتے میں درج نہیں ہوتا')
    expect(read(of([]).en.consequences)).toContain('are entered in the account of Indus Cycles Limited')
    // Before it is approved nobody knows what the budget will have.
    expect(read(of().en.consequences)).toContain('as far as the budget has money for it')
  })

  it('quotes what the firm said to the notice and what was made of it, or that it said nothing', () => {
    const considered = [
      { said_on: '2027-09-12', said: `Late. ${'long '.repeat(200)}`, found: 'No excuse.' },
      { said_on: '2027-12-01', said: 'Later.', found: null },
    ]
    const { heard } = letterText(letter({ kind: 'sanction', considered }))
    expect(read(heard?.[0]?.en.said)).toBe('On 12 September 2027 the firm said:')
    expect(heard?.[0]?.said[0]?.text).toMatch(/^Late\. long .* long …$/)
    expect(heard?.[0]?.said[0]?.text.length).toBeLessThan(620)
    expect(heard?.map(({ found }) => found.map(({ text }) => text))).toEqual([['No excuse.'], []])
    expect(heard?.[1]?.en.found).toBe('It was said after the time to answer had passed.')
    expect(letterText(letter({ kind: 'sanction', considered: [] })).heard).toEqual([])
    expect(letterText(letter()).heard).toBeNull()
  })

  it('says what applies where a concession is withdrawn, or what is missing to say it', () => {
    const withdrawal = suspension({ effect: { verb: 'withdraw', noun: 'concession' } })
    const charged = { programme: 'taxes', units: '1000', charges: [], with: 'PKR 7560000', without: 'PKR 16590000' }
    const law = { title: { en: 'Charges', ur: 'محصولات' }, hash: 'sha256:x', rehearsal: true }
    const of = (found: NonNullable<Told['without_concession']>['found']) =>
      letterText(
        letter({
          kind: 'sanction',
          findings: [withdrawal, suspension()],
          without_concession: { law, reading: null, found },
        }),
      )
    const { en, ur } = of({ charged })
    const sentence =
      'If the imports of 2026-27 came in again without the concession, they would bear PKR 16,590,000 by the law ‘Charges’, and not PKR 7,560,000.'
    expect(told(en).filter((one) => one === sentence)).toHaveLength(1)
    expect(told(ur).join(' ')).toContain('PKR 16,590,000')
    expect(told(of({ needs: ['usd_rate'] }).en)).toContain(
      'What applies instead of the concession is undetermined: it needs usd_rate.',
    )
  })

  it('tells what was computed beside what was decided, and why it is less', () => {
    const less = { value: 'PKR 10000', from: '2027-12-01', reasons: 'A first failure' }
    const penalty = suspension({ finding: 'penalty', effect: null, value: 'PKR 2500', from: '2028-01-01', less })
    const waived = suspension({ value: 'false', less: { ...less, value: '2027-12-01' } })
    const { en, ur } = letterText(letter({ kind: 'sanction', findings: [penalty, waived] }))
    expect(en.findings.map(({ state, amount }) => [state?.word, amount === null ? null : read(amount)])).toEqual([
      ['Imposed', 'PKR 2,500'],
      ['Not imposed', null],
    ])
    expect(told(en)).toContain(
      'Less was decided than the law would give, which is PKR 10,000, from 1 December 2027. The reasons: A first failure',
    )
    expect(told(en)).toContain(
      'Less was decided than the law would give, which is from 1 December 2027. The reasons: A first failure',
    )
    expect(told(ur).join(' ')).toContain('PKR 10,000')
    expect(told(en).filter((one) => one.startsWith('It has effect'))).toEqual(['It has effect from 1 January 2028.'])
  })

  it('tells a measure that somebody has the power to impose from a recommendation', () => {
    const findings = [suspension(), suspension({ power: null })]
    const { en, ur } = letterText(letter({ kind: 'sanction', findings, follows: 'DET-2027-0001' }))
    expect(en.findings.map(({ state }) => state?.word)).toEqual(['Imposed', 'Recommended'])
    expect(told(en)).toEqual([
      'Effect: suspends the licence.',
      'It has effect from 1 December 2027.',
      'Power: Bicycle Board, under The Bicycle Act, 3(2).',
      'Effect: suspends the licence.',
      'It is recommended with effect from 1 December 2027.',
      'No power is recorded here: this is a recommendation to the authority that has the power.',
    ])
    expect(told(ur)).toContain('یہ 1 دسمبر 2027 سے مؤثر ہے۔')
    expect(read(en.consequences)).toContain('determination DET-2027-0001')
    expect(read(en.consequences)).toContain('What is recommended above has no effect until')
  })

  it('is a recommendation to whoever has the power, where ours has it over nothing in it', () => {
    const pta = { en: 'Telecommunication Authority', ur: 'ٹیلی کمیونیکیشن اتھارٹی' }
    const others = suspension({ power: null, recommended_to: { authority: pta, clause: 'act, 3(2)' } })
    const { en, ur, title } = letterText(letter({ kind: 'sanction', findings: [others, suspension({ power: null })] }))
    expect(title).toBe('DET-2027-0001 Recommendation of a sanction')
    expect([en, ur].map(({ addressee }) => read(addressee))).toEqual([pta.en, pta.ur])
    expect(told(en)).toContain(
      'It is recommended to Telecommunication Authority, which has the power under The Bicycle Act, 3(2): until it decides, nothing is imposed.',
    )
    expect(told(ur).join(' ')).toContain(pta.ur)
    expect(letterText(letter({ kind: 'sanction', findings: [suspension({ power: null })] })).en.addressee).toBe(
      'The authority that has the power',
    )
    // Imposed in part, it is served on the firm.
    expect(letterText(letter({ kind: 'sanction', findings: [others, suspension()] })).en.addressee).toBeNull()
  })

  it.each([
    ['before it has effect', '2027-11-15', '2027-12-01', '1 December 2027'],
    ['on that day', '2027-12-01', '2027-12-01', '1 December 2027'],
    ['after it would have had effect', '2027-12-02', '2027-12-01', '2 December 2027'],
    ['where the law gives no day', '2027-11-15', null, '15 November 2027'],
  ])('lets no suspension reach back: ordered %s', (_when, decided_on, from, day) => {
    const { en } = letterText(letter({ kind: 'sanction', decided_on, findings: [suspension({ from })] }))
    expect(told(en)).toContain(`It has effect from ${day}.`)
  })

  it('gives a penalty the day of the law, also where that has passed', () => {
    const penalty = suspension({ effect: { verb: 'impose', noun: 'penalty' }, value: 'PKR 500' })
    const { en } = letterText(letter({ kind: 'sanction', decided_on: '2028-01-20', findings: [penalty] }))
    expect(told(en)).toContain('It has effect from 1 December 2027.')
  })

  it('says from when a restoration restores, and marks nothing as failed or imposed', () => {
    const { en } = letterText(letter({ kind: 'restoration', follows: 'DET-2027-0002', findings: [suspension()] }))
    expect(read(en.consequences)).toBe(
      'The failure behind determination DET-2027-0002 has been cured. What was suspended because of it is restored with effect from 15 November 2027.',
    )
    expect(en.findings[0]?.state).toBeNull()
    expect(told(en)).toEqual(['Effect: suspends the licence.'])
  })

  it('lets what people wrote run as its own first letter does, each paragraph for itself', () => {
    const { reasons } = letterText(letter({ reasons: '1. The certificate is old.\r\n\r\n2۔ سرٹیفکیٹ PKR کا نہیں۔\n' }))
    expect(reasons.map(({ language }) => language)).toEqual(['en', 'ur'])
  })

  it('takes what could turn or cover other text out of what people wrote', () => {
    const { name, reasons } = letterText(
      letter({
        manufacturer: { name: 'Indus\u202esdnI\u0000\u2066', address: '' },
        reasons: `half \ud800 a\u0301${'\u0301'.repeat(40)}`,
      }),
    )
    expect(name.text).toBe('Indus sdnI')
    expect(reasons[0]?.text).toBe(`half \ufffd a${'\u0301'.repeat(4)}`)
  })

  it('lets a word without end break, in Urdu before it climbs through the line above', () => {
    const { reasons } = letterText(
      letter({ reasons: `${'x'.repeat(50)}\n${'ب'.repeat(50)}\n${'x'.repeat(20)} ${'ب'.repeat(12)}` }),
    )
    expect(reasons.map(({ text }) => Math.max(...text.split(/[\u200b ]/).map((part) => part.length)))).toEqual([
      20, 12, 20,
    ])
    expect(reasons[2]?.text).not.toContain('\u200b')
  })

  it('says until when a failure may be cured, how it is answered, and who stood for it', () => {
    const { en, ur } = letterText(letter({ cure_ends_on: '2028-01-15' })).served
    const [until, answering] = en.cure.map(read)
    expect(until).toContain(
      'If that is 15 November 2027, the day of this letter, the failure may be cured until 15 January 2028',
    )
    expect(answering?.replaceAll('\u200b', '')).toContain('signed in at https://maqami.example.')
    expect(read(ur.cure[0])).toContain('15 جنوری 2028')
    expect(en.officers.map(read)).toEqual([
      'Prepared by Ayesha Malik, case officer.',
      'Approved by Bilal Khan, approving officer.',
    ])
    expect(letterText(letter({ kind: 'sanction' })).served.en.cure).toEqual([])
    expect(letterText(letter({ approved_by: null })).served.en.officers[1]).toContain('Not approved yet')
  })

  it('says in a rehearsal on what it rests that does not bind, the first six by name', () => {
    expect(letterText(letter()).served.en.why).toBeNull()
    const ground = (name: string) => ({ name, label: { en: name, ur: name }, standing: 'assumed' as const })
    const why = (names: string) =>
      read(letterText(letter({ rehearsal: true, grounds: Array.from(names, ground) })).served.en.why)
    expect(why('ab')).toContain('rests on: a (assumed); b (assumed).')
    expect(why('abcdef')).not.toContain('more')
    expect(why('abcdefgh')).toContain('f (assumed); and 2 more.')
  })
})
