/** What the page of the oversight of laboratories is given. */
import { exact, multiply, toFixed, divide } from '@maqami/engine/value/exact.ts'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { todayText } from '../../kernel/clock.ts'
import type { BarsView } from '../../pages/bar-chart.tsx'
import { type PageContext, pageCall } from '../../pages/page-call.ts'
import { dayText } from '../../pages/when.ts'
import { LEAST_REPORTS, type Tally } from './tally.ts'
import { oversightWordsOf } from './oversight-words.ts'
import { type OversightRead, readOversight } from './read-oversight.ts'

export async function readOversightFor(context: PageContext): Promise<OversightRead> {
  const { database, clock } = context.get(recorderContext)
  return await readOversight(database, context.get(pageCall).actor, todayText(clock))
}

type Line = OversightRead['lines'][number]

export async function showOversight(context: PageContext) {
  const { language } = context.get(pageCall)
  const words = oversightWordsOf(language)
  const { lines, since, compared } = await readOversightFor(context)
  const differing = lines.filter(({ difference }) => difference === 'fails_more' || difference === 'fails_less')
  return {
    lines: lines.map((line) => ({
      ...line,
      oldest: line.oldest_on === null ? null : words.oldestOf(dayText(line.oldest_on, language), line.oldest_days ?? 0),
      theirs: tallyText(line, words),
      rest: tallyText(line.others, words),
    })),
    since: dayText(since, language),
    method: words.method(LEAST_REPORTS, compared),
    slow: slowest(lines, words),
    unlike:
      compared === 0
        ? undefined
        : {
            title: differing.length === 0 ? words.differ.none(compared) : words.differ.some(differing.length, compared),
            view: sharesOf(lines, words),
          },
  }
}

type Words = ReturnType<typeof oversightWordsOf>

function shareText({ failed, reports }: Tally): string {
  return `${toFixed(divide(multiply(exact(failed), exact(100)), exact(reports)), 1)}%`
}

function tallyText(tally: Tally, words: Words): string {
  return tally.reports === 0 ? words.noReports : words.failedOf(tally.failed, tally.reports, shareText(tally))
}

const MOST_BARS = 12

/** What is charted: from the median to nine of ten. Undefined where no report was signed. */
function slowest(
  lines: readonly Line[],
  words: Words,
): { readonly title: string; readonly view: BarsView } | undefined {
  const timed = lines
    .flatMap((line) =>
      line.median_days === null || line.ninetieth_days === null
        ? []
        : [{ line, median: line.median_days, ninetieth: line.ninetieth_days }],
    )
    .toSorted((a, b) => b.median - a.median || b.ninetieth - a.ninetieth)
    .slice(0, MOST_BARS)
  const [first] = timed
  if (first === undefined) return undefined
  return {
    title: words.slowest(isolated(first.line.laboratory_name), isolated(first.line.method), first.median),
    view: {
      parts: [{ name: words.chartPart, look: 'good' }],
      groups: timed.map(({ line, median, ninetieth }) => ({
        label: labelOf(line),
        bars: [{ from: median, to: ninetieth, text: words.chartOf(median, ninetieth) }],
      })),
    },
  }
}

function sharesOf(lines: readonly Line[], words: Words): BarsView {
  const compared = lines.filter(({ difference }) => difference !== 'too_few')
  return {
    parts: [
      { name: words.theirs, look: 'good' },
      { name: words.others, look: 'plain' },
    ],
    groups: compared.map((line) => ({
      label: labelOf(line),
      bars: [line, line.others].map((tally) => {
        const share = tally.failed / tally.reports
        return { from: share, to: share, text: shareText(tally) }
      }),
    })),
  }
}

function labelOf({ laboratory_name, method }: Line): string {
  return `${isolated(laboratory_name)}, ${isolated(method)}`
}

function isolated(text: string): string {
  return `\u2068${text}\u2069`
}
