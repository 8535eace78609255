import { reactRouter } from '@react-router/dev/vite'
import { defineConfig } from 'vite'
import { sidesOfPages } from './src/pages/sides-of-pages.ts'

export default defineConfig({
  plugins: [sidesOfPages(import.meta.dirname), reactRouter()],
  // A font inside the style sheet would be sent again with each of its changes.
  build: { assetsInlineLimit: 0 },
})
