/**
 * What of the pages goes where when they are built. On the server only what React renders is built: all other modules stay the files that they
 * are, so that nothing exists twice. In the browser nothing of the server may arrive: not its database, not its files, not its secrets.
 */
import { isBuiltin } from 'node:module'
import { join, relative, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** What a page may bring into the browser; the engine is made for it. */
const FOR_BROWSERS = /^(?:react|react-dom|react-router|@maqami\/engine|@digdir\/designsystemet-css)(?:\/|$)/

/** `app` is the folder of the package. */
export function sidesOfPages(app: string): Plugin {
  const source = join(app, 'src')
  return {
    name: 'sides-of-pages',
    enforce: 'pre',
    async resolveId(specifier, importer, options) {
      if (importer?.startsWith(source) !== true) return undefined
      if (this.environment.name === 'client') {
        const refusal = refusalInBrowser(specifier)
        if (refusal === undefined) return undefined
        return this.error(`${importer.split('?')[0]?.replace(`${app}/`, '') ?? ''}: ${refusal}`)
      }
      if (!specifier.endsWith('.ts')) return undefined
      if (!specifier.startsWith('.')) return { id: specifier, external: true }
      const resolved = await this.resolve(specifier, importer, { ...options, skipSelf: true })
      const built = resolve(app, this.environment.config.build.outDir)
      return resolved === null ? undefined : { id: relative(built, resolved.id), external: 'absolute' }
    },
  }
}

/** Why a page may not bring this module into the browser, and what to do. */
export function refusalInBrowser(specifier: string): string | undefined {
  if (isBuiltin(specifier))
    return `'${specifier}' would go to the browser, which has no such thing. Use it in a loader or an action only.`
  if (/^[./]/.test(specifier) || specifier.startsWith('\0') || specifier.startsWith('virtual:')) return undefined
  if (FOR_BROWSERS.test(specifier)) return undefined
  return `'${specifier}' would go to the browser. Use it in a loader or an action only; what is meant for browsers is listed in src/pages/sides-of-pages.ts.`
}
