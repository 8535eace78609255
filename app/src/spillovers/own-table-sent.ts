/** What the form of a reader’s own table sent, and what comes of it. */
import type { Outcome } from '../kernel/outcome.ts'
import type { SentBack } from '../pages/form.tsx'
import type { PageContext } from '../pages/page-call.ts'
import { type FormRefusal, sentFile, sentForm } from '../pages/read-form.ts'
import { increaseFields } from './spillover-asked.ts'
import type { SpilloverJson } from './spillover-json.ts'
import type { SpilloverRefusal } from './spillovers-problems.ts'
import { TYPED } from './spillover-view.ts'
import { solveSent, workOut } from './work-out-spillover.ts'

interface OwnTableSent {
  readonly typed: SentBack['typed']
  readonly found: Outcome<SpilloverJson, SpilloverRefusal | FormRefusal>
}

export async function ownTableSent(context: PageContext, request: Request): Promise<OwnTableSent> {
  const form = await sentForm(context, request)
  const typed = Object.fromEntries(
    TYPED.map((name) => {
      const value = form.get(name)
      return [name, typeof value === 'string' ? value.trim() : '']
    }),
  )
  const file = sentFile(form, 'file')
  if (file === undefined) return { typed, found: { refused: { code: 'field_empty', place: '/body/file' } } }
  const bytes = Buffer.from(await file.arrayBuffer())
  const solved = await solveSent({ bytes, name: file.name, country: typed['country'] ?? '' })
  return {
    typed,
    found:
      'refused' in solved
        ? solved
        : workOut(
            solved.done,
            increaseFields((name) => typed[name]),
          ),
  }
}
