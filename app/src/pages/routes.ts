/** Which page stands at which address. A page is a route module in its slice; what it asks of the table of authority is in its `handle`. */
import { index, route, type RouteConfig } from '@react-router/dev/routes'

export default [
  index('../policy-releases/programmes-page.tsx'),
  route('programmes/:programme', '../policy-releases/programme-page.tsx'),
  route('*', 'unknown-page.tsx'),
] satisfies RouteConfig
