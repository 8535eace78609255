/** What a draft does, as a paper. */
import type { LoaderFunctionArgs } from 'react-router'
import { fileResponse } from '../../pages/csv-response.ts'
import { pageCall } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { printEffect } from './print-effect.ts'
import { simulationAsked } from './show-simulations.ts'

export const handle = { see: 'see_simulations' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const read = await simulationAsked(context, params)
  const bytes = await printEffect(read, context.get(pageCall).language)
  return fileResponse(`effect-${read.simulation.draft}.pdf`, 'application/pdf', new Uint8Array(bytes))
}
