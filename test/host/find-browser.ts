/**
 * Finds the Chromium that the browser tests drive, in this order: the one Playwright manages, one of the system,
 * the one that comes with `npm ci` (@sparticuz/chromium). `LABINOV_BROWSER` names another.
 * Never downloads: what is not there is not used.
 */
import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type BrowserOrigin = 'named' | 'playwright' | 'system' | 'package'

export type FoundBrowser = {
  readonly origin: BrowserOrigin
  readonly executablePath: string
  /** Beside the environment of this process; only where the browser needs libraries or fonts of its own. */
  readonly env: Readonly<Record<string, string>>
}

/** For `launchOptions` of Playwright: `use: { launchOptions: await browserLaunch() }`. */
export type BrowserLaunch = { executablePath: string; args: string[]; env: Record<string, string> }

const systemNames = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** No service of the browser's maker is called, and no display or GPU is needed. */
const quietArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--no-first-run',
]

/** Says what was tried when there is none. `only` narrows the search to one origin. */
export async function findBrowser(only?: BrowserOrigin): Promise<FoundBrowser> {
  const ways: readonly (readonly [BrowserOrigin, () => Promise<FoundBrowser | undefined>])[] = [
    ['named', named],
    ['playwright', managed],
    ['system', installed],
    ['package', packaged],
  ]
  const tried: string[] = []
  for (const [origin, find] of ways) {
    if (only && only !== origin) continue
    const found = await find()
    if (found) return found
    tried.push(origin)
  }
  throw new Error(
    `No Chromium to test with (looked for: ${tried.join(', ')}). Install one (apt install chromium-headless-shell) or run npm ci.`,
  )
}

export async function browserLaunch(only?: BrowserOrigin): Promise<BrowserLaunch> {
  const { executablePath, env } = await findBrowser(only)
  return { executablePath, args: [...quietArguments], env: { ...inherited(), ...env } }
}

const inherited = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

async function named(): Promise<FoundBrowser | undefined> {
  const executablePath = process.env.LABINOV_BROWSER
  if (!executablePath) return undefined
  if (!(await runnable(executablePath))) throw new Error(`LABINOV_BROWSER is not a program that can be run: ${executablePath}`)
  return { origin: 'named', executablePath, env: {} }
}

/** Playwright's own, preferring the headless shell, which is what its tests start. */
async function managed(): Promise<FoundBrowser | undefined> {
  const { chromium } = await import('@playwright/test')
  const full = chromium.executablePath()
  const shell = full
    .replace(/chromium-(\d+)/, 'chromium_headless_shell-$1')
    .replace(/chrome-linux(\d*)([\\/])chrome$/, 'chrome-linux$1$2headless_shell')
  for (const executablePath of [shell, full]) if (await runnable(executablePath)) return { origin: 'playwright', executablePath, env: {} }
  return undefined
}

async function installed(): Promise<FoundBrowser | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  for (const name of systemNames) {
    for (const folder of folders) {
      const executablePath = join(folder, name)
      if (await runnable(executablePath)) return { origin: 'system', executablePath, env: {} }
    }
  }
  return undefined
}

/** The one from the lockfile, unpacked once per version into a folder of its own (1 to 2 s the first time). Linux x64 only. */
async function packaged(): Promise<FoundBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const entry = resolvePackage('@sparticuz/chromium')
  if (!entry) return undefined
  const { version } = JSON.parse(await readFile(join(dirname(dirname(entry)), 'package.json'), 'utf8')) as { version: string } // a package always has one
  const folder = join(tmpdir(), `labinov-chromium-${version}`)
  const executablePath = join(folder, 'chromium')
  if (!(await runnable(executablePath))) await unpack(entry, folder)
  const libraries = (await lacksLibraries(executablePath))
    ? { LD_LIBRARY_PATH: joinPath(join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH) }
    : {}
  const fonts = (await runnable('/etc/fonts/fonts.conf', constants.R_OK)) ? {} : { FONTCONFIG_PATH: folder }
  return { origin: 'package', executablePath, env: { ...libraries, ...fonts } }
}

/**
 * Unpacks in another process, since the package reads the temp folder and its settings when it is imported.
 * Two test runs may come at once: each unpacks beside and the first to finish gives the folder its name.
 */
async function unpack(entry: string, folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`
  await mkdir(draft, { recursive: true })
  const script = `const { default: chromium } = await import(${JSON.stringify(entry)}); await chromium.executablePath()`
  try {
    await run(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
      timeout: 120_000,
    })
    // The package's own fonts.conf names folders of the cloud service it was made for.
    await writeFile(join(draft, 'fonts.conf'), fontSettings(folder))
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!(await runnable(join(folder, 'chromium')))) throw error
  }
}

const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`

async function lacksLibraries(executablePath: string): Promise<boolean> {
  try {
    return (await run('ldd', [executablePath])).stdout.includes('not found')
  } catch {
    // No ldd (a musl system, a bare image): its own libraries are the better guess.
    return true
  }
}

const joinPath = (first: string, rest: string | undefined): string => (rest ? `${first}:${rest}` : first)

const resolvePackage = (name: string): string | undefined => {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}

const runnable = (file: string, mode = constants.X_OK): Promise<boolean> =>
  access(file, mode).then(
    () => true,
    () => false,
  )
