/** A file of a simulation as it was read: the list of facts, its lines, or the draft. */
import type { LoaderFunctionArgs } from 'react-router'
import { fileResponse } from '../../pages/csv-response.ts'
import { notHere } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { simulationAsked } from './show-simulations.ts'

export const handle = { see: 'see_simulations' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { simulation } = await simulationAsked(context, params)
  const { draft, overlay } = simulation
  if (params['holds'] === 'draft') return fileResponse(`${draft}.yaml`, 'application/yaml; charset=utf-8', overlay)
  const file = simulation.files.find(({ holds }) => holds === params['holds'])
  if (file === undefined) throw notHere(context)
  const type = file.name.endsWith('.csv') ? 'text/csv' : 'application/json'
  return fileResponse(file.name, `${type}; charset=utf-8`, file.text)
}
