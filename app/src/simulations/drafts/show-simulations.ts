/** What the pages of simulations are given. */
import { explainAll } from '@maqami/engine/explain/explain.ts'
import { rehearsalIn, nameOf, voiceOf } from '@maqami/engine/explain/voice.ts'
import { inLanguage } from '@maqami/engine/explain/names.ts'
import { draftsOf } from '@maqami/engine/load/drafts.ts'
import { isRehearsal } from '@maqami/engine/load/programme.ts'
import type { Params } from 'react-router'
import type { AssessedReturn } from '../../assessments/assess-subjects.ts'
import { renderWithinPage } from '../../assessments/render-assessment.ts'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { todayText } from '../../kernel/clock.ts'
import { readAs } from '../../kernel/transaction.ts'
import {
  cursorAsked,
  idAsked,
  linesBefore,
  numberAsked,
  type PageContext,
  pageCall,
  settled,
} from '../../pages/page-call.ts'
import { momentOf } from '../../pages/when.ts'
import { namesIn } from '../../people/name-people.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { inForce, programmesPublished } from '../../policy-releases/release-in-force.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { yearOf } from '../../returns/return-year.ts'
import { assessRow, caseChanges } from './case-changes.ts'
import { draftShelf } from './draft-shelf-context.ts'
import {
  amountIn,
  countIn,
  draftTables,
  findingIn,
  firmsTable,
  firmsWanted,
  voiceOfBoth,
  WANTED,
} from './draft-tables.ts'
import { draftWordsOf } from './draft-words.ts'
import { readSimulation, readSimulations, type SimulationRead } from './read-simulations.ts'
import { yearAt } from './read-industry.ts'
import { commandOf } from './reproduce.ts'
import { simulationsWordsOf } from './simulations-words.ts'
import type { Side } from './two-laws.ts'

export async function showSimulations(context: PageContext, request: Request) {
  const { actor, language, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readSimulations(database, actor, { cursor: after })
  const laws = await lawsCalled(
    context,
    items.map(({ programme }) => programme),
  )
  return {
    items: items.map(({ id, programme, draft, source, cases, begun_at }) => {
      return { id, draft, source, cases, programme: laws(programme).title, made: momentOf(begun_at, language).when }
    }),
    after,
    next,
    choices: may('simulate_draft') ? await draftChoices(context, todayText(clock)) : undefined,
  }
}

/** `pk-medmp-2026 2026-02`; one that is sent has no name there. */
async function draftChoices(context: PageContext, today: string) {
  const { actor, language } = context.get(pageCall)
  const words = simulationsWordsOf(language)
  const releases = await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const found = []
    for (const programme of await programmesPublished(tables)) {
      const law = await inForce(tables, programme, today)
      if ('done' in law) found.push(law.done)
    }
    return found
  })
  const shelf = context.get(shelfContext)
  const choices = releases.map((release) => {
    const { engine, files } = shelf.open(release)
    const { heading } = engine.programme
    const title = inLanguage(heading.title, language, heading.name)
    return [
      ...draftsOf(files).map((draft) => ({ value: `${heading.name} ${draft}`, label: words.named(title, draft) })),
      { value: `${heading.name} `, label: words.other(title) },
    ]
  })
  // Those that are there come first.
  const all = choices.flat()
  return [...all.filter(({ value }) => !value.endsWith(' ')), ...all.filter(({ value }) => value.endsWith(' '))]
}

export async function simulationAsked(context: PageContext, params: Params): Promise<SimulationRead> {
  const { database } = context.get(recorderContext)
  const desk = { database, shelf: context.get(shelfContext), simulated: context.get(draftShelf) }
  const { actor } = context.get(pageCall)
  return settled(context, await readSimulation(desk, actor, idAsked(context, params['id'])))
}

/** What stands above each of its pages. */
function headOf(context: PageContext, { simulation, laws }: SimulationRead) {
  const { language } = context.get(pageCall)
  const { programme } = laws.draft.engine
  const voice = voiceOf(language, voiceOfBoth(laws, language).names)
  return {
    id: simulation.id,
    title: draftWordsOf(language).title(inLanguage(programme.draft?.title ?? {}, language, simulation.draft)),
    programme: inLanguage(programme.heading.title, language, programme.heading.name),
    rehearsal: rehearsalIn(voice, programme),
  }
}

export async function showSimulation(context: PageContext, params: Params) {
  const read = await simulationAsked(context, params)
  const { simulation, laws, report } = read
  const { actor, language } = context.get(pageCall)
  const voice = voiceOfBoth(laws, language)
  const person = await readAs(context.get(recorderContext).database, actor, async (tables) => {
    return (await namesIn(tables, [simulation.begun_by])).get(simulation.begun_by)
  })
  const count = (number: number): string => countIn(voice, number)
  return {
    ...headOf(context, read),
    draft: simulation.draft,
    source: simulation.source,
    made: { when: momentOf(simulation.begun_at, language).when, person },
    hashes: { release: report.release_hash, draft: report.draft_hash },
    files: simulation.files.map(({ holds, name }, nth) => ({ holds, name, hash: report.facts[nth]?.hash ?? '' })),
    scope: [report.cases, report.firms, report.years.length].map(count) as [string, string, string],
    tables: draftTables(voice, report),
    finding: findingIn(voice, report),
    bars: report.years.map(({ year, firms, failing }) => ({
      year,
      all: firms,
      release: failing.release.firms,
      draft: failing.draft.firms,
    })),
    command: commandOf(simulation),
  }
}

const FIRMS_A_PAGE = 100

export async function showYear(context: PageContext, params: Params, request: Request) {
  const read = await simulationAsked(context, params)
  const { laws, report, compared } = read
  const { language } = context.get(pageCall)
  const voice = voiceOfBoth(laws, language)
  const year = report.years.find((one) => one.year === params['year'])
  if (year === undefined) throw settled(context, { refused: { code: 'case_unknown' } })
  const asked = new URL(request.url).searchParams.get('wanted')
  const wanted = WANTED.find((one) => one === asked) ?? 'failing'
  const firms = firmsWanted(report, wanted, year.year)
  const from = linesBefore(request)
  const shown = firms.slice(from, from + FIRMS_A_PAGE)
  return {
    ...headOf(context, read),
    year: year.year,
    choices: WANTED,
    wanted,
    table: firmsTable(voice, shown, year.year),
    // What each leads to.
    rows: shown.map((one) => one.rows.map((row) => ({ row, id: compared.gathered.ids[row - 1] ?? '' }))),
    from,
    next: from + FIRMS_A_PAGE < firms.length ? String(from + FIRMS_A_PAGE) : undefined,
  }
}

export type CaseShown = Awaited<ReturnType<typeof showCase>>

export async function showCase(context: PageContext, params: Params, request: Request) {
  const read = await simulationAsked(context, params)
  const { compared, laws } = read
  const { language } = context.get(pageCall)
  const voice = voiceOfBoth(laws, language)
  const row = numberAsked(context, params['row']) - 1
  const id = compared.gathered.ids[row]
  if (id === undefined) throw settled(context, { refused: { code: 'case_unknown' } })
  const law: Side = new URL(request.url).searchParams.get('law') === 'release' ? 'release' : 'draft'
  const { days, periodEnds } = compared.gathered.columns
  const day = days.values[row] as number
  const { programme } = laws[law].engine
  const { yearStarts } = programme.heading
  const { year } = yearAt((periodEnds ?? days).values[row] as number, yearStarts)
  const assessment = assessRow(compared, row)[law]
  const assessed: AssessedReturn = {
    release: laws[law],
    rehearsal: isRehearsal(programme),
    year: yearOf(year, yearStarts) ?? { label: year, first: day, last: day },
    day,
    subjects: [{ subject: {}, assessment, explanation: explainAll(assessment), origins: new Map(), unreported: [] }],
    warnings: [],
  }
  return {
    ...headOf(context, read),
    row: row + 1,
    case: id,
    firm: compared.industry.firms.names[compared.industry.firms.of[row] ?? -1] ?? '',
    year,
    law,
    changes: caseChanges(compared, row).map(({ name, release, draft, difference }) => ({
      name: nameOf(voice, name),
      release: amountIn(voice, release ?? 'none'),
      draft: amountIn(voice, draft ?? 'none'),
      difference: amountIn(voice, difference),
    })),
    html: await renderWithinPage(assessed, language),
  }
}
