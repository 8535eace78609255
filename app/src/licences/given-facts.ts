/** Of the fields in which the facts of a unit are said. */
export const GIVEN = 'given_'

/** What was said of a unit, by its facts. */
export function givenIn(request: Request): Readonly<Record<string, string>> {
  const { searchParams } = new URL(request.url)
  return Object.fromEntries(
    [...searchParams].flatMap(([name, text]) => (name.startsWith(GIVEN) ? [[name.slice(GIVEN.length), text]] : [])),
  )
}
