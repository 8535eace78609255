/** What is printed of a new demonstration, once: afterwards nobody knows its password. */
import { print } from '../kernel/command.ts'
import type { Begun } from './begin-demonstration.ts'

export function printSignIns({ signIns, password }: Begun, signIn: URL): void {
  const width = Math.max(...signIns.map(({ email }) => email.length))
  print('\nThe people of the demonstration, who are told here and nowhere else:')
  for (const { email, role, organization, second_factor } of signIns) {
    const secret =
      second_factor === undefined ? '' : `, signs with ${new URL(second_factor).searchParams.get('secret')}`
    print(`  ${email.padEnd(width)}  ${role} of ${organization}${secret}`)
  }
  print(`\nThe password of each is ${password}. Who signs has a second factor: enter its secret into an authenticator,`)
  print('or let npx maqami code SECRET tell the code of the moment.')
  print(`Sign in at ${signIn.href}, once Maqami answers.\n`)
}

/** Of one that is there already. */
export function printBegunBefore(): void {
  print('This is the demonstration that was begun before: its first start told who its people are, and their password.')
  print('To have a new one, stop the service, delete its data folder and start again.\n')
}
