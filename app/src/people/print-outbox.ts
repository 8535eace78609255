/** `outbox`: the letters that no mail server has taken, for an operator who sends them on. */
import { symmetricDecrypt } from 'better-auth/crypto'
import { instantText, systemClock } from '../kernel/clock.ts'
import { complain, type ExitCode, print } from '../kernel/command.ts'
import { readConfiguration } from '../kernel/configuration.ts'
import { openBeside } from '../kernel/open-database.ts'
import { noWords, readOptions } from '../kernel/options.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import { identitySettings } from './identity-settings.ts'
import { lettersAt } from './outbox-table.ts'

export async function printOutbox(args: readonly string[]): Promise<ExitCode> {
  noWords(readOptions(args, []))
  const configuration = readConfiguration(process.env)
  const opened = await openBeside(configuration, { warn: complain, giveUp: complain })
  try {
    const { secret } = identitySettings(configuration, complain)
    const now = instantText(systemClock())
    const letters = await readAs(opened.database, systemActor('outbox'), async (tables) => await lettersAt(tables, now))
    for (const { id, email, about, sealed_text, expires_at, sent_to } of letters)
      print(
        `${email}: ${about}, good until ${expires_at}${sent_to === 'file' ? `, in mail/${id}.eml` : ''}\n  ${await symmetricDecrypt({ key: secret, data: sealed_text })}`,
      )
    if (letters.length === 0) print('No letter waits.')
    return 0
  } finally {
    await opened.close()
  }
}
