/** `code`: what an authenticator shows, for those of a demonstration. */
import { type ExitCode, print, WrongUsage } from '../kernel/command.ts'
import { codeOf } from './make-people.ts'

export async function tellCode(args: readonly string[]): Promise<ExitCode> {
  const [secret = ''] = args
  if (args.length !== 1 || !/^[A-Z2-7]{16,}=*$/.test(secret))
    throw new WrongUsage('code takes the secret of a second factor, as it was printed: capital letters and digits')
  print(await codeOf(secret))
  return 0
}
