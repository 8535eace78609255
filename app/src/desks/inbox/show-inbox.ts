/** What the page of the inbox is given, and what its forms do. */
import { acknowledgeLetter } from '../../appeals/acknowledge-letter.ts'
import { lettersOfAppeal } from '../../appeals/appeal-letters.ts'
import { readAppeals } from '../../appeals/read-appeals.ts'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { ID } from '../../kernel/field-schemas.ts'
import { allOf } from '../../kernel/read-page.ts'
import { readAs } from '../../kernel/transaction.ts'
import { actOnNotice } from '../../notices/act-on-notice.ts'
import { lettersOfNotice } from '../../notices/letters/inbox-letter.ts'
import { readNotices } from '../../notices/read-notices.ts'
import { mustBeAllowed, type PageContext, pageCall, seeOther } from '../../pages/page-call.ts'
import { readForm, sentBack } from '../../pages/read-form.ts'
import { openedAmong } from './letters-opened-table.ts'
import { openLetter } from './open-letter.ts'

/** The newest first. */
export async function showInbox(context: PageContext) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const notices = await allOf(async (asked) => await readNotices(database, actor, asked))
  const appeals = await allOf(async (asked) => await readAppeals(database, actor, asked))
  const letters = [...notices.flatMap(lettersOfNotice), ...appeals.flatMap(lettersOfAppeal)]
  const ids = letters.map(({ letter_id }) => letter_id)
  const opened = await readAs(database, actor, async (tables) => await openedAmong(tables, ids))
  const shown = letters.map((letter) => ({ ...letter, isOpened: opened.has(letter.letter_id) }))
  return {
    letters: shown.toSorted((a, b) => (a.written_at < b.written_at ? 1 : -1)),
    mayAcknowledge: may('acknowledge_notice'),
  }
}

const ABOUT = { pattern: '^([1-9]\\d{0,5})?$' }

export async function actOnInbox(context: PageContext, form: FormData) {
  if (form.get('act') === 'open') return await open(context, form)
  const { read } = readForm(form, { properties: { of: { enum: ['notice', 'appeal'] }, id: ID, about: ABOUT } })
  if ('refused' in read) return sentBack(context, read.refused, {})
  const { of, id, about } = read.done
  if (of === 'notice') {
    form.set('act', 'acknowledge')
    return await actOnNotice(context, id, form)
  }
  mustBeAllowed(context, 'acknowledge_appeal_letter')
  const { actor } = context.get(pageCall)
  const letter = { id, about: Number(about) }
  const outcome = await acknowledgeLetter(context.get(recorderContext), actor, letter)
  return 'refused' in outcome ? sentBack(context, outcome.refused, {}) : seeOther('/inbox', 'acknowledged')
}

async function open(context: PageContext, form: FormData) {
  mustBeAllowed(context, 'open_letter')
  const { read } = readForm(form, { properties: { letter: ID } })
  if ('refused' in read) return sentBack(context, read.refused, {})
  const outcome = await openLetter(context.get(recorderContext), context.get(pageCall).actor, read.done.letter)
  return 'refused' in outcome ? sentBack(context, outcome.refused, {}) : seeOther(`/api/documents/${outcome.done}`)
}
