/** The text that tells a WhatsApp group who is proposed for a reward. Sums of money stay out of it. */
import type { Reward } from '../model/session.ts'
import type { Language } from '../model/text.ts'
import { say } from '../text/messages.ts'
import { rewardsText as words } from '../text/rewards.ts'
import { compose, plain } from './chat-parts.ts'
import { formatDay } from './dates.ts'
import type { RewardList } from './rewards.ts'

/** @param today ISO day */
export function rewardText(reward: Reward, list: Pick<RewardList, 'given'>, today: string, language: Language): string {
  const items = list.given.map(({ name, unit }) => [plain(name), plain(unit)].filter((part) => part !== '').join(', '))
  const title = reward.title.trim() || say(words.untitled, language)
  return compose(
    say(words.chatHead, language, { title }),
    [
      { lines: [say(words[`kind_${reward.kind}`], language), say(words.chatDraft, language, { day: formatDay(today, language) })] },
      items.length === 0 ? { lines: [say(words.chatNobody, language)] } : { head: say(words.receivers, language), items },
    ],
    language,
  )
}
