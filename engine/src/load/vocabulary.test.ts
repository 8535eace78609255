import { describe, expect, it } from 'vitest'
import { LAMP_FACTS, SOUND, complaintsAbout } from '../lamps-fixture.ts'

describe('vocabulary.yaml', () => {
  it.each([
    ['prise: { unit: dollars }', "vocabulary.yaml:6:16: 'dollars' is not a unit."],
    [
      'prise: { unit: percentage }',
      "'percentage' is not a unit. Did you mean 'percent'? Units are percent, count, number, date, days, boolean, a currency",
    ],
    ['prise: { unit: PKR per PKR }', "'PKR per PKR' is not a unit."],
    [
      'prise: { unit: PKR, categories: [a] }',
      "'prise' says what it is by one of 'unit:', 'categories:' or 'text: true'.",
    ],
    ['prise: {}', "'prise' says what it is by one of"],
    ['prise: { unit: PKR, evnt: true }', "'prise' has no 'evnt'. Did you mean 'event'?"],
    ['prise: { unit: PKR, note: a remark }', "'prise' has no 'note'."],
    ['prise: { unit: PKR, event: yes }', "'event' of 'prise' is one of true, false, not 'yes'."],
    ['prise: { unit: PKR, at_most: 10% }', "'at_most' of 'prise' is a value in its unit, not '10%'."],
    ['Price: { unit: PKR }', "'Price' cannot be a name"],
    ['sum: { unit: PKR }', "'sum' cannot be a name"],
    ['assessment_date: { unit: date }', "'assessment_date' cannot be a name"],
    ['period_end: { unit: date }', "'period_end' cannot be a name"],
    ['__proto__: { unit: PKR }', "'__proto__' cannot be a name"],
    ['shape: { categories: [round, round] }', "'shape' names a category twice."],
    ['shape: { categories: [round, Square] }', "'Square' cannot be a name"],
    [
      'lamps: { key: lamp, lines: { value: { unit: PKR } } }',
      "'key' of lamps names 'lamp', which is not one of its columns.",
    ],
    ['lamps: { lines: { price: { unit: PKR } } }', "'price' is a fact and a column of 'lamps'."],
    [
      'lamps: { lines: { form: { categories: [plug, tube] } } }',
      "The category 'form' is declared twice with different members.",
    ],
    ['price: { unit: USD }', "The name 'price' stands twice"],
  ])('%s', (line, sentence) => {
    expect(complaintsAbout({ ...SOUND, vocabulary: `${LAMP_FACTS}${line}\n` }).join('\n')).toContain(sentence)
  })
})
