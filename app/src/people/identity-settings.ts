/** From the settings of the service to how people sign in. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from '../kernel/configuration.ts'
import { makeSecretFile, readSecretFile } from '../kernel/secret-file.ts'
import { type IdentitySettings, PASSWORD_COST } from './open-identity.ts'
import { makeToken } from './secret-token.ts'

export function identitySettings(configuration: Configuration, warn: (sentence: string) => void): IdentitySettings {
  const { MAQAMI_OPENID_ISSUER: issuer, MAQAMI_OPENID_CLIENT_ID: clientId = '' } = configuration
  const { MAQAMI_OPENID_CLIENT_SECRET: clientSecret = '', MAQAMI_PUBLIC_ADDRESS: publicAddress } = configuration
  return {
    secret: configuration.MAQAMI_IDENTITY_SECRET ?? keptSecret(configuration.MAQAMI_DATA_FOLDER),
    publicAddress,
    openId: issuer === undefined ? undefined : { issuer, clientId, clientSecret },
    isFactorForAll: configuration.MAQAMI_SECOND_FACTOR === 'everybody',
    cost: PASSWORD_COST,
    warn,
  }
}

/** Made where there is none. Who loses it asks everybody to sign in and to set up the second factor again. */
function keptSecret(folder: string): string {
  const file = join(folder, 'identity-secret')
  if (!existsSync(file)) makeSecretFile(file, makeToken())
  return readSecretFile(file, 'identity secret', 'MAQAMI_IDENTITY_SECRET_FILE').toString('utf8').trim()
}
