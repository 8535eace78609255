/** What the pages of runs are given. */
import { listed, missingIn, nameOf, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { todayText } from '../../kernel/clock.ts'
import { isId } from '../../kernel/identifiers.ts'
import { allOf } from '../../kernel/read-page.ts'
import { readAs } from '../../kernel/transaction.ts'
import { firmsNamed } from '../../manufacturers/firms-named.ts'
import { cursorAsked, idAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { dayText, momentOf } from '../../pages/when.ts'
import { namesIn } from '../../people/name-people.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { programmesPublished, releaseOf } from '../../policy-releases/release-in-force.ts'
import { saidFinding } from '../said-finding.ts'
import { readResults, readRun, readRuns } from './read-runs.ts'
import type { RunChange, RunResult } from './run.ts'
import { runWordsOf } from './run-words.ts'
import { RESULTS_WANTED, type ResultsWanted } from './runs-table.ts'

export async function showRuns(context: PageContext, request: Request) {
  const { actor, language, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readRuns(database, actor, { cursor: after })
  const asked = new URL(request.url).searchParams
  const firm = asked.get('firm') ?? ''
  const firms = await firmsNamed(context, [
    ...items.flatMap((one) => one.manufacturer_id ?? []),
    ...(isId(firm) ? [firm] : []),
  ])
  const programmes = await readAs(database, actor, programmesPublished)
  const laws = await lawsCalled(context, [...programmes, ...items.map(({ programme }) => programme)])
  return {
    runs: items.map(({ id, programme, period, as_of, manufacturer_id, total, ended, begun_at }) => ({
      id,
      period,
      total,
      programme: laws(programme).title,
      day: dayText(as_of, language),
      firm: manufacturer_id === null ? undefined : firms(manufacturer_id),
      state: ended ?? ('open' as const),
      begun: momentOf(begun_at, language).when,
    })),
    after,
    next,
    form: may('start_run')
      ? {
          programmes: programmes.map((value) => ({ value, label: laws(value).title })),
          firm: firms(firm),
          period: asked.get('period') ?? undefined,
          today: todayText(clock),
        }
      : undefined,
  }
}

function wantedIn(request: Request): ResultsWanted | undefined {
  const asked = new URL(request.url).searchParams.get('wanted')
  return RESULTS_WANTED.find((one) => one === asked)
}

export type RunShown = Awaited<ReturnType<typeof showRun>>

export async function showRun(context: PageContext, params: Params, request: Request) {
  const id = idAsked(context, params['id'])
  const { actor, language, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const { run, end, done, outcomes, causes, missing } = settled(context, await readRun(database, actor, id))
  const wanted = wantedIn(request)
  const after = cursorAsked(context, request)
  const { items, next } = settled(context, await readResults(database, actor, { id, wanted }, { cursor: after }))
  const law = (await lawsCalled(context, [run.programme]))(run.programme)
  const voice = voiceOf(language, law.names)
  const { release, person } = await readAs(database, actor, async (tables) => ({
    release: await releaseOf(tables, run.release_id),
    person: (await namesIn(tables, [run.begun_by])).get(run.begun_by),
  }))
  const firms = await firmsNamed(
    context,
    [...items, run].flatMap((one) => one.manufacturer_id ?? []),
  )
  return {
    id,
    period: run.period,
    programme: law.title,
    rehearsal: release.rehearsal ? law.rehearsal : undefined,
    day: dayText(run.as_of, language),
    firm: run.manufacturer_id === null ? undefined : firms(run.manufacturer_id),
    begun: { when: momentOf(run.begun_at, language).when, person },
    release: release.hash,
    base: run.base_id,
    state: end?.kind ?? ('open' as const),
    reason: end?.reason ?? undefined,
    total: run.total,
    done,
    outcomes,
    causes,
    missing: missing.map(({ fact, firms: count }) => ({ fact: nameOf(voice, fact), count })),
    results: items.map((one) => ({ ...resultView(voice, one), firm: firms(one.manufacturer_id) })),
    wanted,
    after,
    next,
    mayStart: may('start_run'),
    mayDetermine: end?.kind === 'finished' && may('prepare_docket'),
    mayStop: end === null && may('stop_run'),
  }
}

function resultView(voice: Voice, { return_id, assessment_id, outcome, problem, missing, changes }: RunResult) {
  const words = runWordsOf(voice.language)
  const facts = [...new Set(missing.flatMap((one) => one.missing))]
  return {
    return_id,
    assessment_id,
    outcome,
    problem: problem?.code,
    said: [
      ...(facts.length === 0 ? [] : [words.lacks(missingIn(voice, facts))]),
      ...(changes ?? []).map((change) => changeText(voice, change)),
    ],
  }
}

function changeText(voice: Voice, { subject, finding, before, after, causes }: RunChange): string {
  const words = runWordsOf(voice.language)
  return words.changedTo(
    titleOf(voice, subject, finding),
    saidFinding(voice, before),
    saidFinding(voice, after),
    listed(
      voice,
      causes.map((cause) => voice.ink.plain(words.brief[cause])),
    ),
  )
}

/** `Localization rate (smartphone)`. */
function titleOf(voice: Voice, subject: string, finding: string): string {
  const of = Object.entries(JSON.parse(subject) as Readonly<Record<string, string>>).map(([fact, member]) =>
    nameOf(voice, member, voice.names.members.get(`${fact}.${member}`)),
  )
  const name = nameOf(voice, finding)
  return of.length === 0 ? name : `${name} (${listed(voice, of)})`
}

/** Every result as rows of a table: a row for each finding that changed or lacks a fact, and one for a return of which there is neither. */
export async function resultRows(
  context: PageContext,
  params: Params,
  request: Request,
): Promise<readonly (readonly string[])[]> {
  const id = idAsked(context, params['id'])
  const { actor, language } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const { run } = settled(context, await readRun(database, actor, id))
  const wanted = wantedIn(request)
  const results = await allOf(async (asked) =>
    settled(context, await readResults(database, actor, { id, wanted }, asked)),
  )
  const law = (await lawsCalled(context, [run.programme]))(run.programme)
  const voice = voiceOf(language, law.names)
  const words = runWordsOf(language)
  const firms = await firmsNamed(
    context,
    results.map(({ manufacturer_id }) => manufacturer_id),
  )
  const { csv } = words
  return [
    [words.firm, words.outcome, words.findings, csv.before, csv.after, words.cause, csv.missing],
    ...results.flatMap((one) => {
      const head = [firms(one.manufacturer_id)?.name ?? '', words.outcomes[one.outcome]]
      const changed = (one.changes ?? []).map(({ subject, finding, before, after, causes }) => [
        titleOf(voice, subject, finding),
        saidFinding(voice, before),
        saidFinding(voice, after),
        causes.map((cause) => words.brief[cause]).join(' · '),
        '',
      ])
      const lacking = one.missing.map(({ subject, finding, missing }) => {
        return [titleOf(voice, subject, finding), '', '', '', missingIn(voice, missing)]
      })
      const rows = [...changed, ...lacking]
      return (rows.length === 0 ? [['', '', '', '', '']] : rows).map((cells) => [...head, ...cells])
    }),
  ]
}
