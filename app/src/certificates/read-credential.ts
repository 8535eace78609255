/** What stands in a credential of our own, for a reader: whether it is to be relied on, `judge-credential.ts` says. */
import { isObject, type Json, type JsonObject, listed, strictJson } from './strict-json.ts'

export function payloadOf(credential: string): JsonObject {
  const [, body = ''] = credential.split('.')
  const read = strictJson(Buffer.from(body, 'base64url').toString('utf8'))
  if (!isObject(read)) throw new Error('a credential of ours holds no object')
  return read
}

export interface MeasuredShown {
  readonly name: string
  readonly value: string
  readonly unit: string
}

export function measuredIn(credential: JsonObject): readonly MeasuredShown[] {
  const subject = credential['credentialSubject']
  const assessments = isObject(subject) ? listed(subject['assessment']).filter(isObject) : []
  return assessments
    .flatMap((one) => listed(one['declaredValue']).filter(isObject))
    .map(({ metricName, metricValue }) => {
      const { value, unit } = isObject(metricValue) ? metricValue : {}
      return { name: said(metricName), value: said(value), unit: said(unit) }
    })
}

function said(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '')
}
