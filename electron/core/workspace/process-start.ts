/** Tells two processes apart that were given the same number one after the other. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Fields of `/proc/<pid>/stat` after the command name, which may itself hold blanks and brackets; the 20th is the start in ticks since boot. */
const linuxStart = async (pid: number): Promise<string> => {
  const [text, boot] = await Promise.all([readFile(`/proc/${pid}/stat`, 'utf8'), readFile('/proc/sys/kernel/random/boot_id', 'utf8')])
  return `${boot.trim()}:${text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`
}

const asked = async (program: string, words: readonly string[]): Promise<string> => {
  const { stdout } = await run(program, [...words], { timeout: 5000, windowsHide: true })
  return stdout.trim()
}

/**
 * When process `pid` started, in the words of this system; the same process always gives the same answer.
 * Null when it cannot be told, also when there is no such process.
 */
export const processStart = async (pid: number, platform: NodeJS.Platform = process.platform): Promise<string | null> => {
  try {
    if (platform === 'linux') return await linuxStart(pid)
    const start =
      platform === 'win32'
        ? await asked('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`])
        : await asked('ps', ['-o', 'lstart=', '-p', String(pid)])
    return start === '' ? null : start
  } catch {
    return null
  }
}

/** Whether a process of this number runs; a process of somebody else counts. */
export const processRuns = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
