/** Firm by firm and year by year, as the command line writes it. */
import type { LoaderFunctionArgs } from 'react-router'
import { fileResponse } from '../../pages/csv-response.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { firmsCsv } from './firms-csv.ts'
import { simulationAsked } from './show-simulations.ts'

export const handle = { see: 'see_simulations' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { simulation, report } = await simulationAsked(context, params)
  return fileResponse(`effect-${simulation.draft}.csv`, 'text/csv; charset=utf-8', firmsCsv(report))
}
