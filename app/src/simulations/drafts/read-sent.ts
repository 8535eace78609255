/** What the form with a draft and its facts sent. */
import type { Outcome } from '../../kernel/outcome.ts'
import { type FormRefusal, readForm, sentFile } from '../../pages/read-form.ts'
import type { SimulationFile } from '../simulation.ts'
import type { SimulateDraft } from './simulate-draft.ts'

interface Sent {
  readonly typed: Readonly<Record<string, string>>
  readonly read: Outcome<SimulateDraft, FormRefusal>
}

const FORM = {
  properties: {
    draft: { pattern: '^[a-z][a-z0-9-]{1,60} ?[\\w.-]{0,100}$' },
    facts: { enum: ['invented', 'register', 'sent'] },
  },
}

export async function readSent(form: FormData): Promise<Sent> {
  const { typed, read } = readForm(form, FORM)
  if ('refused' in read) return { typed, read }
  const refuse = (code: 'field_empty' | 'field_unfit', name: string): Sent => {
    return { typed, read: { refused: { code, place: `/body/${name}` } } }
  }
  const [programme = '', name = ''] = read.done.draft.split(' ')
  const sent = await textOf(form, 'overlay')
  if (sent === 'unreadable') return refuse('field_unfit', 'overlay')
  if (name === '' && sent === undefined) return refuse('field_empty', 'overlay')
  const draft = name === '' ? { overlay: sent?.text ?? '' } : { draft: name }
  const { facts } = read.done
  if (facts === 'invented' || facts === 'register') return { typed, read: { done: { programme, draft, facts } } }
  const [list, lines] = [await textOf(form, 'list'), await textOf(form, 'lines')]
  if (list === undefined) return refuse('field_empty', 'list')
  if (list === 'unreadable' || lines === 'unreadable')
    return refuse('field_unfit', list === 'unreadable' ? 'list' : 'lines')
  const files: readonly SimulationFile[] = [
    { holds: 'facts', ...list },
    // Its name says which lines they are.
    ...(lines === undefined ? [] : [{ holds: lines.name.replace(/\.\w+$/, ''), ...lines }]),
  ]
  return { typed, read: { done: { programme, draft, facts: files } } }
}

type SentText = { readonly name: string; readonly text: string } | 'unreadable' | undefined

async function textOf(form: FormData, name: string): Promise<SentText> {
  const file = sentFile(form, name)
  if (file === undefined) return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer())
    // No text of the database holds the character without a meaning.
    return text.includes('\0') ? 'unreadable' : { name: file.name.replaceAll(/[^\w.-]/g, '-'), text }
  } catch {
    return 'unreadable'
  }
}
