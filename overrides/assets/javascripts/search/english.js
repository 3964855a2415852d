// What only English needs.
var english = {
  others: [],
  families: [
    "mother mom mum mommy father dad parent",
    "husband wife spouse partner",
    "boss employer manager supervisor workplace work job",
    "hr employer",
    "cop police",
    "cellphone mobile phone",
    "pic photo picture image selfie",
    "licence license",
    "scammer fraudster swindler scam fraud",
  ],
  meanings: [
    /^(?:please )?(?:what(?:[’']?s| is| are| does| do)|whats|meaning of|definition of|define|explain)\s+(?:an? |the |meant by )*['"“‘]?(.+?)['"”’]?(?:\s+(?:mean|means|meaning|stand for|explained|definition)\b.*)?[?\s]*$/,
    /^['"“‘]?(.+?)['"”’]?\s+(?:meaning|definition|explained|means what)\b.*$/,
  ],
  letters: /\b(?:letters?|templates?|samples?|wording|draft|statement to|written (?:request|notice|statement)|what (?:do i|should i|to) write)\b/,
  noLetters: /(?:lawyer|attorney)\S* letter|(?:got|received?|recieved) .*letter/g,
};
