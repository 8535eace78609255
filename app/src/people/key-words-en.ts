/** The page of keys, in English. */

export const EN = {
  keysTitle: 'Keys of programs',
  keysLead:
    'A program acts for your organization with a key, in one role. It reads what the role may, does only what the key names, and can neither sign nor invite people. Keep it like a password.',
  keys: 'The keys',
  noKey: 'Keys stand here once you issue them.',
  keyName: 'What the key is for',
  keyNameHint: 'For example the name of the program and where it runs.',
  issue: 'Issue a key',
  issued: 'The new key',
  issuedOnce: (day: string) => `Copy it now: it is shown this once, and never again. It holds until ${day}.`,
  issuedAt: 'Issued',
  lastUsed: 'Last used',
  neverUsed: 'never',
  revoke: 'Revoke',
  revokingHolds: (name: string) => `Whatever uses ‘${name}’ is refused from the next request on.`,
  revoked: 'revoked',
  mayDo: 'What it may do',
  readOnly: 'reads only',
  readsAnd: (count: number) => `reads, and ${count} ${count === 1 ? 'thing' : 'things'} more`,
  mayDoHint: (role: string) =>
    `It reads what this role may (${role}). Tick what it is to do beside that, and nothing that it does not need.`,
  onlyReads: (role: string) =>
    `It reads what this role may (${role}). The role does nothing else that a program could.`,
  showRole: 'Show what this role may do',
  holdsFor: 'For how long',
  holdsUntil: 'Holds until',
  days: (days: string) => `${days} days`,
  endsIn: (days: number) => (days === 0 ? 'ends today' : days === 1 ? 'ends tomorrow' : `ends in ${days} days`),
  expired: 'has run out',
  done: {
    revoked: 'The key is revoked.',
  },
}
