/** One renderer for each kind of node: what it says in words, and what it comes to in values. */
import type { Arithmetic, Comparator } from '../expression/tree.ts'
import type { Why, WhyKind } from './explanation.ts'
import { type Inked, joined, t } from './ink.ts'
import { countIn, listed, nameOf, valueIn, type Voice } from './voice.ts'

/** `words`: (Ex-works value − Imported content) ÷ Ex-works value. `values`: (PKR 1,000,000 − PKR 900,000) ÷ PKR 1,000,000. */
export type Manner = 'words' | 'values'

type WhyOf<K extends WhyKind> = Extract<Why, { kind: K }>
type Renderer<K extends WhyKind> = (voice: Voice, why: WhyOf<K>) => Inked
type Renderers = { readonly [K in WhyKind]: Readonly<Record<Manner, Renderer<K>>> }

/** How tightly a phrase holds together; what holds less tightly than its surroundings needs gets parentheses. */
const LEVEL = { or: 1, and: 2, not: 3, condition: 4, sum: 5, product: 6, atom: 8 } as const

function levelOf(why: Why, manner: Manner): number {
  switch (why.kind) {
    case 'logic':
      return LEVEL[why.operator]
    case 'not':
      return LEVEL.not
    case 'comparison':
    case 'is_met':
    case 'every_met':
    case 'is_known':
      return LEVEL.condition
    case 'arithmetic':
      return why.operator === '+' || why.operator === '-' ? LEVEL.sum : LEVEL.product
    case 'negative':
      return LEVEL.product
    case 'aggregate':
    case 'extreme':
      return manner === 'words' ? LEVEL.condition : LEVEL.atom
    case 'literal':
    case 'assessment_date':
    case 'period_end':
    case 'fact':
    case 'member':
    case 'in_hand':
    case 'parameter':
    case 'provision':
      return LEVEL.atom
  }
}

function within(voice: Voice, why: Why, manner: Manner, least: number): Inked {
  const text = phraseOf(voice, why, manner)
  return levelOf(why, manner) < least ? t`(${text})` : text
}

export function phrase(voice: Voice, why: Why, manner: Manner): Inked {
  const text = phraseOf(voice, why, manner)
  return manner === 'values' && hasSigns(why) ? voice.ink.formula(text) : text
}

/** Arithmetic and comparison in values are signs between figures, which have a direction of their own in a text. */
function hasSigns(why: Why): boolean {
  return why.kind === 'arithmetic' || why.kind === 'comparison' || why.kind === 'negative'
}

function phraseOf(voice: Voice, why: Why, manner: Manner): Inked {
  // The renderer found under a kind takes nodes of that kind; the type of the table says so, a look-up by union cannot.
  const render = RENDERERS[why.kind][manner] as (voice: Voice, why: Why) => Inked
  return render(voice, why)
}

const SIGNS: Readonly<Record<Arithmetic, Inked>> = { '+': t` + `, '-': t` − `, '*': t` × `, '/': t` ÷ ` }

const COMPARED = {
  '=': ' = ',
  '!=': ' ≠ ',
  '<': ' < ',
  '<=': ' ≤ ',
  '>': ' > ',
  '>=': ' ≥ ',
} as const satisfies Record<Comparator, string>

function arithmetic(manner: Manner): Renderer<'arithmetic'> {
  return (voice, why) => {
    const own = levelOf(why, manner)
    const strict = why.operator === '-' || why.operator === '/'
    const left = within(voice, why.left, manner, own)
    const right = within(voice, why.right, manner, strict ? own + 1 : own)
    return t`${left}${SIGNS[why.operator]}${right}`
  }
}

function comparisonWords(voice: Voice, why: WhyOf<'comparison'>): Inked {
  const { words } = voice
  const sides = [within(voice, why.left, 'words', LEVEL.sum), within(voice, why.right, 'words', LEVEL.sum)] as const
  const { kind } = why.left.type
  if (kind === 'date') return words.days[why.operator](...sides)
  if (kind === 'number' || kind === 'calendar') return words.numbers[why.operator](...sides)
  return words.sameness[why.operator === '!=' ? '!=' : '='](...sides)
}

function logic(manner: Manner): Renderer<'logic'> {
  return (voice, why) => {
    const { words } = voice
    const own = LEVEL[why.operator]
    const side = (one: Why): Inked => {
      const text = manner === 'values' ? phrase(voice, one, manner) : phraseOf(voice, one, manner)
      return levelOf(one, manner) < own ? t`(${text})` : text
    }
    return joined([side(why.left), side(why.right)], why.operator === 'and' ? words.and : words.or)
  }
}

function parameterWords(voice: Voice, why: WhyOf<'parameter'>): Inked {
  const { words } = voice
  const name = nameOf(voice, why.name, why.label)
  const keys = why.keys.map((key) => phraseOf(voice, key, 'words'))
  const keyed = keys.length === 0 ? name : words.by(name, listed(voice, keys))
  // The period is that of the whole assessment; on which day a table was read stands beside its value.
  return why.on === undefined || why.on.kind === 'period_end'
    ? keyed
    : words.asOn(keyed, phraseOf(voice, why.on, 'words'))
}

function provisionWords(voice: Voice, why: WhyOf<'provision'>): Inked {
  const name = nameOf(voice, why.name, why.label)
  return why.said.state === 'not_needed' || why.here !== undefined ? name : voice.ink.reference(name, why.name)
}

function aggregateWords(voice: Voice, why: WhyOf<'aggregate'>): Inked {
  const { words } = voice
  const group = nameOf(voice, why.over, why.over_label)
  // Every line has the same formula; the first one stands for all. Without lines there is none to quote.
  const [first] = why.lines
  if (first === undefined) return t`${group}: ${words.emptyGroup}`
  const of = first.of === undefined ? undefined : phraseOf(voice, first.of, 'words')
  const over = words.over[why.over_kind]
  const gathered =
    why.operator === 'count' || of === undefined ? over.number(group) : over.gathering[why.operator](of, group)
  return first.where === undefined ? gathered : words.where(gathered, phraseOf(voice, first.where, 'words'))
}

function isKnownWords(voice: Voice, why: WhyOf<'is_known'>): Inked {
  const { of } = why
  const kind = of.kind === 'parameter' ? 'parameter' : of.kind === 'provision' ? 'provision' : 'event'
  return voice.words.given[kind][why.negated ? 'is_not' : 'is'](phraseOf(voice, of, 'words'))
}

function everyMetValues(voice: Voice, why: WhyOf<'every_met'>): Inked {
  const met = why.each.filter((line) => line.of?.said.state === 'value' && line.of.said.text === 'true').length
  return voice.words.metOf(countIn(voice, met), countIn(voice, why.each.length))
}

function outcome(truth: 'met' | 'yes' | 'holds'): (voice: Voice, why: Why) => Inked {
  return (voice, why) => valueIn(voice, why.said, why.type, truth, true)
}

function extreme(manner: Manner): Renderer<'extreme'> {
  return (voice, why) => {
    const of = joined(
      why.of.map((one) => phrase(voice, one, manner)),
      voice.words.among,
    )
    return why.operator === 'min' ? voice.words.least(of) : voice.words.greatest(of)
  }
}

const literal: Renderer<'literal'> = (voice, why) => valueIn(voice, why.said, why.type, 'yes')

const RENDERERS: Renderers = {
  literal: { words: literal, values: literal },
  assessment_date: { words: (voice) => voice.words.assessmentDate, values: outcome('yes') },
  period_end: { words: (voice) => voice.words.periodEnd, values: outcome('yes') },
  fact: { words: (voice, why) => nameOf(voice, why.name, why.label), values: outcome('yes') },
  member: { words: (voice, why) => nameOf(voice, why.name, why.label), values: outcome('yes') },
  in_hand: { words: (voice, why) => nameOf(voice, why.name), values: outcome('yes') },
  parameter: { words: parameterWords, values: outcome('yes') },
  provision: { words: provisionWords, values: outcome('met') },
  negative: {
    words: (voice, why) => t`−${within(voice, why.of, 'words', LEVEL.atom)}`,
    values: (voice, why) => t`−${within(voice, why.of, 'values', LEVEL.atom)}`,
  },
  arithmetic: { words: arithmetic('words'), values: arithmetic('values') },
  comparison: {
    words: comparisonWords,
    values: (voice, why) => {
      const sides = [within(voice, why.left, 'values', LEVEL.sum), within(voice, why.right, 'values', LEVEL.sum)]
      return joined(sides, voice.ink.plain(COMPARED[why.operator]))
    },
  },
  logic: { words: logic('words'), values: logic('values') },
  not: {
    words: (voice, why) => voice.words.not(within(voice, why.of, 'words', LEVEL.condition)),
    values: (voice, why) => voice.words.not(t`(${phrase(voice, why.of, 'values')})`),
  },
  is_met: {
    words: (voice, why) => (why.negated ? voice.words.isNotMet : voice.words.isMet)(phraseOf(voice, why.of, 'words')),
    values: (voice, why) => valueIn(voice, why.of.said, why.of.type, 'met'),
  },
  every_met: {
    words: (voice, why) => {
      const over = voice.words.over[why.over_kind]
      return (why.negated ? over.notEveryMet : over.everyMet)(
        nameOf(voice, why.name, why.label),
        nameOf(voice, why.over, why.over_label),
      )
    },
    values: everyMetValues,
  },
  is_known: { words: isKnownWords, values: outcome('holds') },
  extreme: { words: extreme('words'), values: extreme('values') },
  aggregate: { words: aggregateWords, values: outcome('yes') },
}
