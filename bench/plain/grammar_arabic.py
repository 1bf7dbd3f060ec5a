"""Arabic frames of grammar.py: the words, what an incident is made of (`incident`, `told_in`) and what is none."""
NAME = "ar"

# Those who are hit, as subject and as object, and how many.
VICTIMS = [("ثلاثة مزارعين", "ثلاثة مزارعين", 3), ("أربعة جنود", "أربعة جنود", 4), ("خمسة مدنيين", "خمسة مدنيين", 5), ("شرطيان", "شرطيين", 2), ("ستة طلاب", "ستة طلاب", 6), ("سبعة عمال", "سبعة عمال", 7),
           ("11 مدنياً", "11 مدنياً", 11), ("23 شخصاً", "23 شخصاً", 23), ("تسعة أشخاص", "تسعة أشخاص", 9), ("مدنيان", "مدنيين اثنين", 2), ("ثمانية نازحين", "ثمانية نازحين", 8), ("عشرة قرويين", "عشرة قرويين", 10),
           ("جندي", "جندياً", 1), ("راعي أغنام", "راعي أغنام", 1), ("ثلاث نساء", "ثلاث نساء", 3), ("خمسة أطفال", "خمسة أطفال", 5), ("12 عنصراً من الشرطة", "12 عنصراً من الشرطة", 12)]
WOUNDED = [("ستة آخرون", "ستة آخرين", 6), ("عشرة آخرون", "عشرة آخرين", 10), ("15 آخرون", "15 آخرين", 15), ("ثلاثة آخرون", "ثلاثة آخرين", 3)]
# Plural subject, the same in the genitive, its name, where it is at home.
GROUPS = [("مسلحون مجهولون", "مسلحين مجهولين", None, ["درعا", "البصرة", "تعز", "سبها"]), ("مسلحون", "مسلحين", None, ["كركوك", "عدن", "درنة"]),
          ("مقاتلو حركة الشباب", "مقاتلي حركة الشباب", "al-Shabaab", ["مقديشو", "بيدوا", "كيسمايو"]), ("عناصر داعش", "عناصر داعش", "ISIS", ["الموصل", "تدمر", "دير الزور"]),
          ("مقاتلو بوكو حرام", "مقاتلي بوكو حرام", "Boko Haram", ["مايدوغوري"]), ("عناصر قوات الدعم السريع", "عناصر قوات الدعم السريع", "RSF", ["نيالا", "الفاشر", "أم درمان"]),
          ("مسلحو الحوثي", "مسلحي الحوثي", "Houthis", ["تعز", "مأرب", "الحديدة"])]
WEAPONS = [("انفجار عبوة ناسفة", "ied_or_mine"), ("انفجار لغم أرضي", "ied_or_mine"), ("غارة جوية", "airstrike"), ("قصف مدفعي", "shelling"), ("انفجار سيارة مفخخة", "suicide_or_vehicle_bomb"),
           ("هجوم بطائرة مسيرة", "airstrike"), ("تفجير انتحاري", "suicide_or_vehicle_bomb")]
DAYS = [("يوم السبت", "2020-05-02"), ("الجمعة", "2020-05-01"), ("يوم الخميس", "2020-04-30"), ("أمس", "2020-05-02"), ("في 28 نيسان", "2020-04-28"), ("في 27 أبريل", "2020-04-27")]
TELLERS = ["الشرطة", "مصدر أمني", "شهود عيان", "مصدر طبي", "سكان محليون"]
COUNTED = ["خمسة مسلحين", "أربعة جنود", "ستة عناصر من الأمن", "ثلاثة ملثمين"]
STANDING_BY = ["ثمانية حراس", "خمسة جنود", "عشرة ركاب"]

# {d} doers as subject, {g} in the genitive, {v} victims as subject, {o} as object, {w}/{u} wounded, {p} place, {t} day, {s} who says so, {x} weapon, {n} counted doers, {b} people who stand by.
BY_DOER = ["قتل {d} {o} في {p} {t}.", "قُتل {v} على يد {g} في {p} {t}.", "أطلق {d} النار على حافلة قرب {p} {t} ما أدى إلى مقتل {o}.", "هاجم {d} قرية قرب {p} {t} وقتلوا {o}.",
           "أعلنت {s} مقتل {o} في هجوم شنه {d} في {p} {t}.", "مقتل {o} بهجوم نفذه {d} في {p} {t}.", "لقي {v} مصرعهم برصاص {g} في {p} {t}.", "اغتال {d} {o} في {p} {t}.",
           "قال {s} إن {d} قتلوا {o} في {p} {t}."]
BY_DOER_WITH_WOUNDED = ["قُتل {v} وأصيب {w} في هجوم شنه {d} في {p} {t}.", "قتل {d} {o} وأصابوا {u} في {p} {t}."]
BY_WEAPON = ["قُتل {v} في {x} في {p} {t}.", "أدى {x} في {p} {t} إلى مقتل {o}.", "{x} في {p} {t} يودي بحياة {o}."]
BY_WEAPON_WITH_WOUNDED = ["قُتل {v} وأصيب {w} في {x} في {p} {t}.", "أسفر {x} في {p} {t} عن مقتل {o} وإصابة {u}."]
BY_COUNTED = ["قتل {n} {o} في {p} {t}.", "أقدم {n} على قتل {o} في {p} {t}."]
STOOD_BY = ["هاجم {d} حاجزاً يحرسه {b} في {p} {t} وقُتل {v}."]
CLAIMED = ["أعلن {d} مسؤوليتهم عن هجوم في {p} {t} قتل فيه {v}.", "تبنى {d} قتل {o} في {p} {t}."]
NOTHING = ["هدد {d} بقتل {o} في {p}.", "لقي {v} مصرعهم بحادث سير قرب {p} {t}.", "غرق {v} في نهر قرب {p} {t}.", "توفي {v} بالكوليرا في {p} {t}.", 
           "دربت منظمة {o} على الإسعاف في {p} {t}.", "حكمت محكمة في {p} {t} على {o} بالسجن بتهمة التهريب.", "قُتل {v} بانهيار مبنى في {p} {t}.", "أحيت {p} {t} ذكرى مقتل {o} على يد {g}.", "فاز فريق {p} {t} بثلاثة أهداف.",
           "هل قتل {d} {o} في {p}؟"]

# With what a frame says beside the words above; None: not stated.
FIGURES = [("قتل {d} رجلاً وزوجته في {p} {t}.", {"killed": 2}), ("قُتلت امرأة وأطفالها الثلاثة على يد {g} في {p} {t}.", {"killed": 4}), ("قُتل جنديان وثلاثة مدنيين في هجوم شنه {d} في {p} {t}.", {"killed": 5}),
           ("قالت الشرطة إن {d} قتلوا خمسة أشخاص في {p} {t}، فيما قال سكان إن تسعة قتلوا.", {"killed": [5, 9]}), ("قُتل ما بين خمسة وسبعة أشخاص في هجوم شنه {d} في {p} {t}.", {"killed": [5, 7]}),
           ("ارتفعت حصيلة هجوم شنه {d} في {p} {t} من أربعة إلى سبعة قتلى.", {"killed": 7}), ("قتل {d} عشرات الأشخاص في {p} {t}.", {"killed": None}),
           ("هاجم {d} نقطة عسكرية في {p} {t} دون وقوع إصابات.", {"killed": 0, "injured": 0}), ("أصيب ستة أشخاص في هجوم شنه {d} في {p} {t}.", {"killed": None, "injured": 6}),
           ("سقط سبعة أشخاص بين قتيل وجريح في هجوم شنه {d} في {p} {t}.", {"killed": None}), ("قُتل أربعة جنود وتسعة من المهاجمين في هجوم شنه {d} على قاعدة في {p} {t}.", {"killed": 4}),
           ("قُتل ثمانية أشخاص بينهم طفل في هجوم شنه {d} في {p} {t}.", {"killed": 8}), ("قتل {d} ما لا يقل عن عشرة أشخاص في {p} {t}.", {"killed": 10}), ("قُتل {v} في {p} {t} وجرح آخرون برصاص {g}.", {"injured": None})]
KINDS = [("خطف {d} {o} في {p} {t}.", {"type": "abduction", "killed": None}), ("اختُطف {v} على يد {g} في {p} {t}.", {"type": "abduction", "killed": None}),
         ("اعتقلت الشرطة {o} في {p} {t}.", {"type": "security_operation", "killed": None}), ("أعدم {d} {o} في {p} {t}.", {"type": "execution"}),
         ("أحرق {d} مدرسة في {p} {t} دون وقوع إصابات.", {"type": "arson_or_property", "killed": 0}), ("اندلعت اشتباكات بين {g} والجيش في {p} {t} قُتل فيها {v}.", {"type": "clash"}),
         ("سقطت قذائف هاون على سوق في {p} {t} ما أدى إلى مقتل {o}.", {"type": "shelling"}), ("اغتال {d} شيخ عشيرة في {p} {t}.", {"type": "assassination_or_targeted_killing", "killed": 1}),
         ("فجر انتحاري نفسه في مسجد في {p} {t} ما أدى إلى مقتل {o}.", {"type": "suicide_or_vehicle_bomb"}), ("نصب {d} كميناً لدورية قرب {p} {t} ما أدى إلى مقتل {o}.", {"type": "ambush"}),
         ("قصفت طائرات حربية مخيماً قرب {p} {t} ما أدى إلى مقتل {o}.", {"type": "airstrike"}), ("انفجر لغم بسيارة قرب {p} {t} فقُتل {v}.", {"type": "ied_or_mine"}),
         ("خرجت تظاهرة في {p} {t} وأصيب خمسة متظاهرين.", {"type": "protest", "killed": None, "injured": 5}), ("داهمت القوات منزلاً في {p} {t} وقتلت {o}.", {"type": "security_operation"})]
WHO = [("قُتل {v} في {p} {t}، واتهمت الشرطة {g}.", "attributed"), ("قُتل {v} في {p} {t} ولم تتبن أي جهة العملية.", "unknown"), ("قُتل {v} في {p} {t} وتبنى {d} العملية.", "claimed"),
       ("قُتل {v} في {p} {t} وأعلن {d} مسؤوليتهم عن الهجوم.", "claimed"), ("قُتل {v} في {p} {t} على يد {g} بحسب الشرطة.", "attributed"), ("قُتل {v} في {p} {t} وقيدت القضية ضد مجهول.", "unknown"),
       ("قُتل {v} في {p} {t}، ويقول السكان إن {d} يقفون وراء الهجوم.", "attributed")]

# What reports go on with: nothing in it is another incident of the day, or another number, place or culprit of this one.
DETAILS = ["ووصل المهاجمون على دراجات نارية وفروا قبل وصول الجيش.", "ونُقل عدد من الجرحى إلى مستشفى في العاصمة.", "وانتشرت قوات الأمن في المنطقة.", "ودُفن الضحايا يوم الأحد.", "وتزايدت الهجمات في المنطقة في الأشهر الأخيرة.",
           "ودان المحافظ الهجوم ووعد بفتح تحقيق.", "وقال طبيب إن الحصيلة مرشحة للارتفاع.", "وهذا ثالث هجوم تشهده المنطقة منذ آذار.", "وكان مسلحون قتلوا ستة تجار على الطريق نفسها الشهر الماضي.", "وتقع المدينة على بعد 40 كم من الحدود.",
           "وبدأت القوات عملية تمشيط بحثاً عن المهاجمين.", "وقال سكان إن إطلاق النار استمر ساعتين.", "ونزحت مئات العائلات من المنطقة هذا العام.", "وطالبت الأمم المتحدة بمحاسبة المسؤولين.", "وأُغلقت المدارس في المنطقة.",
           "وقُتل أكثر من 100 شخص في مجزرة في المنطقة نفسها عام 2018."]


def filled(frame, number, **words):
    text = frame.format(**words)
    return text.replace(words["v"] + " مصرعهم", words["v"] + " مصرعه") if number == 1 else text


def incident(chance, when=None):
    doers, of_doers, name, places = chance.choice(GROUPS)
    place = chance.choice(places)
    day, date = when or chance.choice(DAYS)
    subject, victims, number = chance.choice(VICTIMS)
    wounded, of_wounded, hurt = chance.choice(WOUNDED)
    weapon, kind = chance.choice(WEAPONS)
    told = {"killed": number, "injured": None, "place": place, "date": date}
    frames, more = chance.choice([(BY_DOER, {}), (BY_DOER, {}), (BY_DOER, {}), (BY_DOER_WITH_WOUNDED, {"injured": hurt}), (BY_WEAPON, {"type": kind}),
                                  (BY_WEAPON_WITH_WOUNDED, {"type": kind, "injured": hurt}), (BY_COUNTED, {}), (STOOD_BY, {}), (CLAIMED if name else BY_DOER, {"status": "claimed"} if name else {})])
    told.update(more)
    if name and frames in (BY_DOER, BY_DOER_WITH_WOUNDED, STOOD_BY, CLAIMED):
        told["name"] = name
        told.setdefault("status", "attributed")
    teller, counted, beside = chance.choice(TELLERS), chance.choice(COUNTED), chance.choice(STANDING_BY)
    text = filled(chance.choice(frames), number, d=doers, g=of_doers, v=subject, o=victims, w=wounded, u=of_wounded, p=place, t=day, s=teller, x=weapon, n=counted, b=beside)
    return text, told


def joined(chance, texts):
    """Told one after the other, the later ones perhaps behind a word that says so."""
    return chance.choice([" ", "\n\n", " وفي حادث منفصل، ", " إلى ذلك، "]).join(texts)


def told_in(chance, frames):
    """A frame filled, and what it says beside its own words."""
    doers, of_doers, name, places = chance.choice(GROUPS)
    place = chance.choice(places)
    day, date = chance.choice(DAYS)
    frame, more = chance.choice(frames)
    subject, victims, number = chance.choice(VICTIMS)
    text = filled(frame, number, d=doers, g=of_doers, v=subject, o=victims, p=place, t=day)
    told = {"killed": number if "{v}" in frame or "{o}" in frame else None, "place": place, "date": date}
    return text, told, more, name if "{d}" in frame or "{g}" in frame else None


def none(chance):
    doers, of_doers, _, places = chance.choice(GROUPS)
    subject, victims, number = chance.choice(VICTIMS)
    return filled(chance.choice(NOTHING), number, d=doers, g=of_doers, v=subject, o=victims, p=chance.choice(places), t=chance.choice(DAYS)[0])
