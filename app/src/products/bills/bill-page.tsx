/** A revision of the bill of materials of a model. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../../pages/page-handle.ts'
import { BillBody } from './bill-body.tsx'
import { actOnBill, showBill } from './bill-view.ts'
import { LARGEST_DOCUMENT } from './read-cyclonedx.ts'

/** What a browser writes around the file. */
const ROOM = 64 * 1024

export const handle = { see: 'see_bill', act: 'edit_bill', largest: LARGEST_DOCUMENT + ROOM } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showBill(context, params)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await actOnBill(context, params, await request.formData())
}

export default function BillPage() {
  return <BillBody loaded={useLoaderData<typeof loader>()} />
}
