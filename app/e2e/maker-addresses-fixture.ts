/** The pages of a maker of the demonstration, one of each kind and state, and the way in. */
import type { Page } from 'playwright-core'

/** Of what the service said when it began the demonstration. */
export function passwordIn(said: string): string {
  return /^The password of each is ([\w-]+)/m.exec(said)?.[1] ?? ''
}

/** A clerk, who has no second factor. */
export async function signIn(page: Page, address: string, email: string, password: string): Promise<void> {
  const answer = await page.request.post(`${address}/api/sign-in`, {
    data: { email, password },
    headers: { origin: address },
  })
  if (!answer.ok()) throw new Error(`${email} was not let in: ${await answer.text()}`)
}

interface Listed {
  readonly items: readonly {
    readonly id: string
    readonly number: string
    readonly versions: readonly { readonly version: number }[]
  }[]
}

/** Addresses with identifiers are found by the interface, as whoever is signed in. */
export async function makerAddresses(page: Page, address: string): Promise<readonly string[]> {
  const listed = async (what: string): Promise<Listed['items']> => {
    const answer = await page.request.get(`${address}/api/${what}`)
    return ((await answer.json()) as Listed).items
  }
  return [
    '/desk',
    '/models',
    '/statement',
    '/licences',
    ...(await listed('licences')).map(({ number }) => `/licences/${number}`),
    '/determinations',
    ...(await listed('determinations')).map(({ number }) => `/determinations/${number}`),
    ...(await listed('notices')).map(({ id }) => `/notices/${id}`),
    '/returns',
    ...(await listed('returns')).flatMap(({ id, versions }) => [
      `/returns/${id}`,
      ...versions.map(({ version }) => `/returns/${id}/versions/${version}`),
    ]),
  ]
}
