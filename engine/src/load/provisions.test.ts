import { describe, expect, it } from 'vitest'
import { LAMP_FACTS, SOUND, complaintAbout, complaintsAbout, measure, provision } from '../lamps-fixture.ts'

describe('provisions.yaml', () => {
  it.each([
    [provision('requirement', 'fee', ''), "'fee' is a requirement: it needs 'requires:'."],
    [provision('entitlement', 'fee', ''), "it needs 'amount:' or 'cases:'."],
    [provision('sanction', 'fee', 'from: sold_on'), "it needs 'effect:'."],
    [provision('sanction', 'fee', 'effect: suspend licence'), "it needs 'from:'"],
    [
      provision('sanction', 'fee', 'effect: stop licence\nfrom: sold_on'),
      "'effect' of 'fee' is a verb (suspend, withdraw, revoke, restrict, impose) and a noun",
    ],
    [
      provision('sanction', 'fee', 'effect: restrict import_licence\nfrom: sold_on'),
      "'fee' is a sanction: what is restricted needs 'amount:', the share of its quota that is left to it, in percent.",
    ],
    [
      provision('sanction', 'fee', 'effect: restrict import_licence\nfrom: sold_on\namount: price\nround: exact'),
      "'fee' restricts the import_licence: its amount is the share of the quota that is left, in percent, not an amount in PKR.",
    ],
    [
      provision('sanction', 'fee', 'effect: suspend licence\nfrom: price'),
      "'from' of 'fee' is a date, not an amount in PKR.",
    ],
    [
      provision('duty', 'fee', 'amount: price'),
      "'kind' of 'fee' is one of measure, requirement, entitlement, liability, sanction, not 'duty'.",
    ],
    ['fee:\n  amount: price\n', "'fee' needs 'kind:'"],
    ['fee:\n  kind: requirement\n  requires: open\n  summary: s\n', "'fee' is a requirement: it needs 'clause:'."],
    ['fee:\n  kind: requirement\n  requires: open\n  clause: act, 1\n', "'fee' is a requirement: it needs 'summary:'."],
    [
      provision('liability', 'fee', 'amount: price'),
      "'fee' is money: say how it rounds, such as 'round: down to PKR 1', or 'round: exact'.",
    ],
    [
      provision('liability', 'fee', 'amount: price\nround: down to 1'),
      "'round' of 'fee' is written like 'half up to PKR 1'",
    ],
    [
      provision('liability', 'fee', 'amount: sold_on\nround: exact'),
      "'fee' is a liability: its amount is a number, not a date.",
    ],
    [measure('fee', 'price', 'requires: open'), "A measure has no 'requires'."],
    [measure('fee', 'price', 'show: down to 0.01%'), "'show' of 'fee' is written like"],
    [measure('fee', 'price', 'per: forms'), "'per: forms' names neither a group of lines nor a category."],
    [measure('fee', 'price', 'clause: act'), "'clause' of 'fee' names an instrument and a place in it: 'act, 3(1)'."],
    [measure('fee', 'price', 'clause: law, 1'), "The instrument 'law' is not listed in programme.yaml."],
    [measure('fee', 'price', 'source: newspaper'), "The source 'newspaper' is not listed"],
    [
      measure('fee', 'price', 'ambiguous_dates: sooner'),
      "'ambiguous_dates' of 'fee' is one of earlier, later, not 'sooner'.",
    ],
    [measure('fee', 'price', 'text: The fee.'), "'fee' quotes, but does not say from which clause."],
    [measure('fee', 'price', 'text: The fee.\nclause: act, 1'), "'fee' quotes 'act', whose text is not held here."],
    [
      provision('liability', 'fee', 'amount: price\nround: exact\nper: form'),
      "'fee' is a liability, of which there is one for a set of facts",
    ],
    ['fee:\n  kind: measure\n  amount: price\n  cases: []\n', "'fee' has 'amount:' and 'cases:'. Keep one."],
    [
      'fee:\n  kind: measure\n  cases:\n    - { otherwise: price }\n    - { when: open, amount: price }\n',
      "In 'fee' nothing after 'otherwise' can ever be reached.",
    ],
    [
      'fee:\n  kind: measure\n  cases:\n    - { when: open }\n',
      "A case of 'fee' has 'when:' and 'amount:', or 'otherwise:'.",
    ],
    [
      'fee:\n  kind: measure\n  cases:\n    - { when: open, amount: price }\n    - { otherwise: sold_on }\n',
      "The cases of 'fee' differ in unit: one is an amount in PKR, this is a date.",
    ],
    ['rate:\n  kind: measure\n  amount: price\n', "main/provisions.yaml:1:1: The name 'rate' is taken."],
    ['price:\n  kind: measure\n  amount: 0\n', "The name 'price' is taken."],
  ])('%j', (provisions, sentence) => {
    expect(complaintsAbout({ ...SOUND, provisions }).join('\n')).toContain(sentence)
  })

  it('a name inside the lines must not hide one of the law', () => {
    const vocabulary = `${LAMP_FACTS}lamps: { lines: { fee: { unit: PKR } } }\n`
    expect(complaintAbout({ vocabulary })).toContain("The name 'fee' is taken.")
  })
})
