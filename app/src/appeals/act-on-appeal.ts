/** What the forms of the page of an appeal do. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { lettersContext } from '../determinations/letters-context.ts'
import { HASH, LONG_WORDS, REASON, SECOND_FACTOR } from '../kernel/field-schemas.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import { mustBeAllowed, type PageContext, pageCall, seeOther } from '../pages/page-call.ts'
import { type FormRefusal, MAYBE_DAY, readForm, sentBack, sentFile } from '../pages/read-form.ts'
import { signatureContext } from '../people/signature-context.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { GROUNDS } from './appeal-fields.ts'
import { decideStay } from './decide-stay.ts'
import { addEvidence, applyForStay, fileAppeal, withdrawAppeal } from './file-appeal.ts'
import { decideCondonation, holdHearing, replyToAppeal } from './hear-appeal.ts'

const NO_FILE: FormRefusal = { code: 'field_empty', place: '/body/file' }

/** Each act with its command, the fields of its form, what it does, and the word that says that it is done. */
const ACTS = {
  add: 'add_appeal_evidence',
  file: 'file_appeal',
  withdraw: 'withdraw_appeal',
  apply: 'apply_for_stay',
  reply: 'reply_to_appeal',
  condone: 'decide_condonation',
  stay: 'decide_stay',
  end_stay: 'decide_stay',
  hear: 'hold_appeal_hearing',
} as const

const DONE: Readonly<Record<keyof typeof ACTS, string>> = {
  add: 'added',
  file: 'filed',
  withdraw: 'withdrawn',
  apply: 'applied',
  reply: 'replied',
  condone: 'condonation',
  stay: 'stay',
  end_stay: 'stay',
  hear: 'hearing',
}

const CONTROLS = {
  code_wrong: 'second_factor',
  file_type_unfit: 'file',
  stay_day: 'until',
  appeal_hearing_day: 'on_day',
  appeal_hearing_far: 'on_day',
}

export async function actOnAppeal(context: PageContext, id: string, form: FormData) {
  const act = Object.keys(ACTS).find((one) => one === form.get('act')) as keyof typeof ACTS | undefined
  const chosen = act ?? 'reply'
  mustBeAllowed(context, ACTS[chosen])
  const { typed, run } = await FORMS[chosen](context, id, form)
  const shown = { ...typed, act: chosen }
  if ('refused' in run) return sentBack(context, run.refused, shown, CONTROLS)
  return seeOther(`/appeals/${id}`, DONE[chosen])
}

interface Run {
  readonly typed: Readonly<Record<string, string>>
  readonly run: Outcome<unknown, Refusal>
}

type Form = (context: PageContext, id: string, form: FormData) => Promise<Run>

const FORMS: Readonly<Record<keyof typeof ACTS, Form>> = {
  add: async (context, id, form) => {
    const file = sentFile(form, 'file')
    if (file === undefined) return { typed: {}, run: { refused: NO_FILE } }
    const bytes = Buffer.from(await file.arrayBuffer())
    const { actor } = context.get(pageCall)
    const added = { id, name: file.name, bytes }
    return { typed: {}, run: await addEvidence(context.get(recorderContext), actor, added) }
  },
  file: async (context, id, form) => {
    const { read } = readForm(form, { properties: { shown_hash: HASH, second_factor: SECOND_FACTOR } })
    if ('refused' in read) return { typed: {}, run: read }
    const { shown_hash, second_factor } = read.done
    const { actor } = context.get(pageCall)
    const confirm = async () => await context.get(signatureContext)(actor, second_factor, shown_hash)
    return { typed: {}, run: await fileAppeal(context.get(recorderContext), actor, { id, shown_hash }, confirm) }
  },
  withdraw: async (context, id, form) => {
    const { typed, read } = readForm(form, { properties: { reason: REASON } })
    if ('refused' in read) return { typed, run: read }
    const { actor } = context.get(pageCall)
    return { typed, run: await withdrawAppeal(context.get(recorderContext), actor, { id, ...read.done }) }
  },
  apply: async (context, id, form) => {
    const { typed, read } = readForm(form, { properties: { apply_words: LONG_WORDS } })
    if ('refused' in read) return { typed, run: read }
    const { actor } = context.get(pageCall)
    const words = read.done.apply_words
    return { typed, run: await applyForStay(context.get(recorderContext), actor, { id, words }) }
  },
  reply: async (context, id, form) => {
    const { typed, read } = readForm(form, { properties: { reply_words: GROUNDS } })
    if ('refused' in read) return { typed, run: read }
    const { actor } = context.get(pageCall)
    const words = read.done.reply_words
    return { typed, run: await replyToAppeal(context.get(recorderContext), actor, { id, words }) }
  },
  condone: async (context, id, form) => {
    const { typed, read } = readForm(form, {
      properties: { condone_kind: { enum: ['condoned', 'out_of_time'] }, condone_reason: REASON },
    })
    if ('refused' in read) return { typed, run: read }
    const kind = read.done.condone_kind === 'condoned' ? 'condoned' : 'out_of_time'
    const input = { id, kind, reason: read.done.condone_reason } as const
    return { typed, run: await decideCondonation(context.get(recorderContext), context.get(pageCall).actor, input) }
  },
  stay: async (context, id, form) => {
    const { typed, read } = readForm(form, {
      properties: { stay_kind: { enum: ['granted', 'refused'] }, stay_words: LONG_WORDS, until: MAYBE_DAY },
    })
    if ('refused' in read) return { typed, run: read }
    const { stay_kind, stay_words, until } = read.done
    const kind = stay_kind === 'granted' ? 'granted' : 'refused'
    const input = { id, kind, words: stay_words, until: until === '' ? null : until } as const
    return { typed, run: await decideStay(context.get(recorderContext), context.get(pageCall).actor, input) }
  },
  end_stay: async (context, id, form) => {
    const { typed, read } = readForm(form, { properties: { end_words: LONG_WORDS } })
    if ('refused' in read) return { typed, run: read }
    const input = { id, kind: 'ended', words: read.done.end_words, until: null } as const
    return { typed, run: await decideStay(context.get(recorderContext), context.get(pageCall).actor, input) }
  },
  hear: async (context, id, form) => {
    const { typed, read } = readForm(form, {
      properties: {
        hear_kind: { enum: ['fixed', 'held'] },
        on_day: MAYBE_DAY,
        place: { maxLength: 500 },
        hear_words: LONG_WORDS,
      },
    })
    if ('refused' in read) return { typed, run: read }
    const { hear_kind, on_day, place, hear_words } = read.done
    const kind = hear_kind === 'held' ? 'held' : form.get('again') === 'yes' ? 'adjourned' : 'fixed'
    const input = {
      id,
      kind,
      on_day: on_day === '' ? null : on_day,
      place: place === '' ? null : place,
      words: hear_words,
    } as const
    const [recorder, shelf] = [context.get(recorderContext), context.get(shelfContext)]
    const { actor } = context.get(pageCall)
    return { typed, run: await holdHearing(recorder, shelf, context.get(lettersContext), actor, input) }
  },
}
