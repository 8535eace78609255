/** How the interface shows what happened at the door. */
import { Type } from 'typebox'
import { INSTANT, oneOf, orNull } from '../kernel/field-schemas.ts'

export const DOOR_EVENT = {
  happened_at: INSTANT,
  what: oneOf(
    'signed_in',
    'refused',
    'signed_out',
    'sessions_ended',
    'password_changed',
    'second_factor_set_up',
    'second_factor_removed',
    'passkey_added',
    'passkey_removed',
  ),
  means: orNull(oneOf('password', 'code', 'recovery_code', 'openid', 'passkey')),
  address: Type.String(),
  agent: Type.String(),
}
