/** A policy officer puts a draft to those whom it concerns, with its effect as it was simulated, and in the end says what was heard. */
import { inLanguage } from '@maqami/engine/explain/names.ts'
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Language } from '../kernel/problem.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { DraftShelf } from '../simulations/drafts/draft-shelf.ts'
import { draftTables, findingIn, voiceOfBoth } from '../simulations/drafts/draft-tables.ts'
import { readSimulation, type SimulationRead } from '../simulations/drafts/read-simulations.ts'
import type { SimulationRefusal } from '../simulations/simulation.ts'
import { clausesOf } from './clauses.ts'
import { type Consultation, type ConsultationRefusal, type EffectTold, isOpenOn } from './consultation.ts'
import { findConsultation, insertConsultation, insertReport, nextConsultationNumber } from './consultations-table.ts'

export interface NewConsultation {
  readonly simulation_id: string
  readonly words: string
  readonly closes_on: string
}

interface Shelves {
  readonly shelf: ReleaseShelf
  readonly simulated: DraftShelf
}

export async function publishConsultation(
  recorder: Recorder,
  shelves: Shelves,
  actor: Actor,
  { simulation_id, words, closes_on }: NewConsultation,
): Promise<Outcome<Consultation, ConsultationRefusal | SimulationRefusal>> {
  const today = todayText(recorder.clock)
  if (closes_on < today) return { refused: { code: 'consultation_early', place: '/body/closes_on', today } }
  const read = await readSimulation({ database: recorder.database, ...shelves }, actor, simulation_id)
  if ('refused' in read) return read
  const { simulation, report } = read.done
  // From totals over a few firms one could tell what they filed.
  if (simulation.source === 'register') return { refused: { code: 'effect_of_firms', place: '/body/simulation_id' } }
  return await recordCommand<Consultation, ConsultationRefusal>(
    recorder,
    actor,
    'publish_consultation',
    async (tables) => {
      const { programme, draft, overlay } = simulation
      const { draft_hash } = report
      const row = {
        id: recorder.makeId(),
        number: await nextConsultationNumber(tables),
        programme,
        draft,
        overlay,
        draft_hash,
        clauses: clausesOf(overlay),
        told: { en: toldIn(read.done, 'en'), ur: toldIn(read.done, 'ur') },
        words,
        closes_on,
      }
      const mark = { published_at: instantText(recorder.clock()), published_by: actor.person }
      await insertConsultation(tables, { ...row, ...mark, simulation_id })
      return {
        done: { ...row, report: null },
        subject: `consultation ${row.number}`,
        details: { programme, draft, draft_hash, simulation: simulation_id, closes_on },
      }
    },
  )
}

function toldIn({ laws, report }: SimulationRead, language: Language): EffectTold {
  const voice = voiceOfBoth(laws, language)
  return {
    title: inLanguage(laws.draft.engine.programme.draft?.title ?? {}, language, report.draft),
    finding: findingIn(voice, report),
    tables: draftTables(voice, report).map(({ note, ...table }) => ({ ...table, note: note ?? null })),
  }
}

/** After it has closed, once. */
export async function reportConsultation(
  recorder: Recorder,
  actor: Actor,
  { number, words }: { readonly number: string; readonly words: string },
): Promise<Outcome<Consultation, ConsultationRefusal>> {
  return await recordCommand<Consultation, ConsultationRefusal>(
    recorder,
    actor,
    'report_consultation',
    async (tables) => {
      const found = await findConsultation(tables, number)
      if (found === undefined) return { refused: { code: 'consultation_unknown' } }
      const { closes_on } = found
      if (isOpenOn(found, todayText(recorder.clock))) return { refused: { code: 'consultation_open', closes_on } }
      const mark = { reported_at: instantText(recorder.clock()), reported_by: actor.person }
      if (!(await insertReport(tables, { ...mark, consultation_id: found.id, words })))
        return { refused: { code: 'consultation_reported' } }
      return { done: { ...found, report: words }, subject: `consultation ${number}`, details: { words } }
    },
  )
}
