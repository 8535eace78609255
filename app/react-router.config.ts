import type { Config } from '@react-router/dev/config'

/** The whole manifest of routes would be sent to the browser otherwise; and where the build goes is decided by who asks for it. */
export default {
  appDirectory: 'src/pages',
  buildDirectory: process.env['MAQAMI_PAGES_BUILD'] ?? 'build/pages',
  routeDiscovery: { mode: 'initial' },
} satisfies Config
