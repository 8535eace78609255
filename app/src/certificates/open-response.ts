/** What verifiers fetch, from wherever they run. */
export function openResponse(type: string, body: string): Response {
  return new Response(body, { headers: { 'content-type': type, 'access-control-allow-origin': '*' } })
}
