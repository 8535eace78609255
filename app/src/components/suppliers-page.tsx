/** Who makes which component here, for makers that look for it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { actOnSupply } from './act-on-supply.ts'
import { showSuppliers } from './show-suppliers.ts'
import { SuppliersBody } from './suppliers-body.tsx'

export const handle = { see: 'see_suppliers', act: 'list_supply' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showSuppliers(context, request)
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await actOnSupply(context, await sentForm(context, request))
}

export default function SuppliersPage() {
  return <SuppliersBody shown={useLoaderData<typeof loader>()} />
}
