/** One certificate, for whoever was shown it: whether it is good, or why not, and what it takes to find out by oneself. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY, REASON } from '../kernel/field-schemas.ts'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { CertificateBody } from './certificate-body.tsx'
import { CERTIFICATE_ORDERS, type CertificateOrderKind } from './certificate.ts'
import { orderCertificate } from './order-certificate.ts'
import { showCertificate } from './show-certificates.ts'

export const handle = { see: 'verify_certificate', act: 'order_certificate' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showCertificate(context, params['number'])
}

const FORM = { properties: { kind: { enum: CERTIFICATE_ORDERS }, effective_on: DAY, reasons: REASON } }

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), FORM)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const number = params['number'] ?? ''
  const order = { ...read.done, number, kind: read.done.kind as CertificateOrderKind }
  const outcome = await orderCertificate(context.get(recorderContext), context.get(pageCall).actor, order)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther(`/certificates/${number}`, 'ordered')
}

export default function CertificatePage() {
  return <CertificateBody loaded={useLoaderData<typeof loader>()} />
}
