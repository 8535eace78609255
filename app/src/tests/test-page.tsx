/** One test: where it stands, what was offered, measured and signed, and what may be done next. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { actOnTest } from './act-on-test.ts'
import { showTest } from './show-tests.ts'
import { TestBody } from './test-body.tsx'

export const handle = { see: 'see_tests', act: 'see_tests' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showTest(context, params['number'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return await actOnTest(context, params['number'] ?? '', await sentForm(context, request))
}

export default function TestPage() {
  return <TestBody loaded={useLoaderData<typeof loader>()} />
}
