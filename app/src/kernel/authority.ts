/** Who may do what: one table, role × command, to which each slice contributes the rows of its commands. */

/** `public` is anybody, signed in or not; `system` is the service itself, which no request can be. */
export type Role = 'public' | 'system'

export type Authority = Readonly<Record<string, readonly Role[]>>

/** Every row of every slice. Two slices that name a command alike would decide about each other's. */
export function joinAuthority(...parts: readonly Authority[]): Authority {
  const rows = parts.flatMap((part) => Object.entries(part))
  const twice = rows.find(([command], index) => rows.findIndex(([other]) => other === command) !== index)
  if (twice !== undefined) throw new Error(`the command '${twice[0]}' has two rows in the table of authority`)
  return Object.fromEntries(rows)
}
