/** `audit verify`. */
import { complain, type ExitCode, print, WrongUsage } from '../kernel/command.ts'
import { readConfiguration } from '../kernel/configuration.ts'
import { openBeside } from '../kernel/open-database.ts'
import { terminalProgress } from '../kernel/progress.ts'
import { findTampering } from './find-tampering.ts'
import { checkpointFile, keptCheckpoint } from './keep-checkpoint.ts'
import { auditKeyFile, readAuditKey } from './open-audit-key.ts'

/** Says whether any row of the audit log was altered, removed or inserted, and which; 1 where one was. */
export async function verifyAuditLog(args: readonly string[]): Promise<ExitCode> {
  if (args.length > 0) throw new WrongUsage('audit verify takes no options; settings come from the environment')
  const configuration = readConfiguration(process.env)
  const key = readAuditKey(auditKeyFile(configuration))
  const file = checkpointFile(configuration.MAQAMI_DATA_FOLDER)
  // Read before the database, which may only be ahead of it.
  const kept = keptCheckpoint(file)
  const opened = await openBeside(configuration, { warn: complain, giveUp: complain })
  const progress = terminalProgress('Verifying')
  try {
    const found = await findTampering(opened.database, key, kept, (sealed) =>
      progress.report(sealed, kept?.position ?? sealed),
    )
    progress.finish()
    if (kept === undefined) complain(`There is no '${file}', so rows removed from the end would not be noticed.`)
    print(`${found.sealed} events sealed under ${found.checkpoints} checkpoints, ${found.unsealed} not sealed yet.`)
    for (const sentence of found.findings) print(sentence)
    if (found.isCut) print('There is more; the first hundred are listed.')
    if (found.findings.length > 0) return 1
    print('No row was altered, removed or inserted.')
    return 0
  } finally {
    progress.finish()
    await opened.close()
  }
}
