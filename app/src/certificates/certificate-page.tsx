/** One certificate, for whoever was shown it: whether it is good, or why not, and what it takes to find out by oneself. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { DAY, REASON, SECOND_FACTOR } from '../kernel/field-schemas.ts'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { signatureContext } from '../people/signature-context.ts'
import { CertificateBody } from './certificate-body.tsx'
import { CERTIFICATE_ORDERS, type CertificateOrderKind } from './certificate.ts'
import { orderCertificate } from './order-certificate.ts'
import { showCertificate } from './show-certificates.ts'

export const handle = { see: 'verify_certificate', act: 'order_certificate' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showCertificate(context, params['number'])
}

const FORM = {
  properties: {
    kind: { enum: CERTIFICATE_ORDERS },
    effective_on: DAY,
    reasons: REASON,
    shown_hash: { pattern: '^sha256:[0-9a-f]{64}$' },
    second_factor: SECOND_FACTOR,
  },
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), FORM)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const number = params['number'] ?? ''
  const { second_factor, ...said } = read.done
  const order = { ...said, number, kind: said.kind as CertificateOrderKind }
  const { actor } = context.get(pageCall)
  const outcome = await orderCertificate(context.get(recorderContext), actor, order, async () => {
    return await context.get(signatureContext)(actor, second_factor, order.shown_hash)
  })
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { code_wrong: 'second_factor' })
  return seeOther(`/certificates/${number}`, 'ordered')
}

export default function CertificatePage() {
  return <CertificateBody loaded={useLoaderData<typeof loader>()} />
}
