import { dirname } from 'node:path'
import { openLabHost } from './open-lab.ts'
import { startShell } from './shell.ts'

startShell({ openLab: openLabHost, built: dirname(import.meta.dirname) })
