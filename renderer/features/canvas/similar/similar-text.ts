/** What an innovation says of itself, to look for others like it. */
import type { Innovation } from '#shared/model/lab.ts'

/** As much as one question may hold. */
const most = 6000

/** Names, summary, the core of the problem, and what is written on the canvases on which an idea takes its shape. */
export function similarText({ name, longName, summary, canvases }: Pick<Innovation, 'name' | 'longName' | 'summary' | 'canvases'>): string {
  const core = canvases['pohon-masalah']?.items.find((item) => item.role === 'core')?.text ?? ''
  const answers = ['kartu-ide', 'form-ide', 'kartu-inovasi'].flatMap((id) =>
    // Choices and figures say nothing in words.
    Object.values(canvases[id]?.fields ?? {}).filter((answer): answer is string => typeof answer === 'string' && answer.includes(' ')),
  )
  return [name, longName, summary, core, ...answers]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, most)
}
