/** A job that was tried for a day in vain is put before an officer: a letter that was not sent, a reminder that nobody got. */
import type { Recorder } from '../audit-log/record-command.ts'
import type { Job } from '../jobs/job.ts'
import { jobWordsOf } from '../jobs/job-words.ts'
import type { Handle } from '../kernel/database.ts'
import { systemActor } from '../kernel/transaction.ts'
import { refer } from './refer-matter.ts'

const WORKER = systemActor('jobs')

export function referFailedJob(recorder: Pick<Recorder, 'clock' | 'makeId'>) {
  return async (tables: Handle, { id, kind, about, tries, error }: Job): Promise<void> => {
    const [en, ur] = [jobWordsOf('en').kinds[kind] ?? kind, jobWordsOf('ur').kinds[kind] ?? kind]
    const words = {
      en: `${en} (${about}): tried ${tries} times. Last it failed with: ${error}`,
      ur: `\u2068${ur}\u2069 (\u2066${about}\u2069): \u2066${tries}\u2069 بار کوشش ہوئی۔ آخری رکاوٹ: \u2066${error}\u2069`,
    }
    await refer(tables, recorder, WORKER, { kind: 'job_failed', subject: `job ${id}`, manufacturer_id: null, words })
  }
}
