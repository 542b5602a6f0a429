# python -m bot doctor: 운영하는 분이 터미널에서 읽어요

doctor-settings-fine = 설정: 모두 읽었어요.
doctor-settings-faulty = 설정: { $fault }
doctor-token-fine = 토큰: 모양이 맞아요. 애플리케이션 번호는 { $application }예요.
doctor-token-missing = 토큰: DISCORD_TOKEN이 비어 있어요. .env.example을 .env로 복사하고 봇의 토큰을 넣으세요.
doctor-token-shape = 토큰: DISCORD_TOKEN이 봇 토큰처럼 생기지 않았어요. 개발자 포털의 Bot 페이지에서 Reset Token으로 다시 받으세요.
doctor-discord-fine = Discord: { JOSA($name, "으로/로") } 로그인돼요. 서버 { $guilds }곳에 있어요.
doctor-discord-refused = Discord: 토큰을 받아 주지 않아요. 개발자 포털의 Bot 페이지에서 Reset Token을 누르고 새 토큰을 .env에 넣으세요.
doctor-discord-unreached = Discord: 연결하지 못해서 토큰이 통하는지 확인하지 못했어요 ({ $fault }). 인터넷 연결을 보고 다시 해 보세요.
doctor-discord-no-token = Discord: 토큰이 없어서 확인하지 못했어요.
doctor-discord-offline = Discord: --offline이라 확인하지 않았어요.
doctor-discord-endpoint = Discord: Interactions Endpoint URL이 채워져 있어서 명령이 봇에 오지 않아요. 개발자 포털의 General Information 페이지에서 비우세요.
doctor-discord-code-grant = Discord: Requires OAuth2 Code Grant가 켜져 있어서 초대가 안 돼요. 개발자 포털의 Bot 페이지에서 끄세요.
doctor-intents = 인텐트: 특별 인텐트를 하나도 쓰지 않아요. 켤 것이 없어요.
doctor-invite = 초대: { $link }
doctor-invite-unknown = 초대: 토큰을 넣으면 초대 주소를 알려 드려요.
doctor-database-fine = 데이터베이스: { $place }, 버전 { $revision }, 쓸 수 있어요.
doctor-database-new = 데이터베이스: 아직 없어요. 처음 켤 때 { $place }에 만들어요.
doctor-database-behind = 데이터베이스: { $place }, 버전 { $revision }. 다음에 켤 때 { $newest }까지 올려요.
doctor-database-faulty = 데이터베이스: { $fault }
doctor-database-busy = 데이터베이스: 다른 프로그램이 쓰는 중이라 쓸 수 있는지 확인하지 못했어요. 봇이 켜져 있다면 괜찮아요.
doctor-disk-fine = 디스크: { $free } MB가 비어 있어요.
doctor-disk-short = 디스크: { $free } MB만 비어 있어요. { $needed } MB는 비워 두세요. 가득 차면 아무것도 저장하지 못해요.
doctor-backup-fine = 백업: 마지막 백업은 { $file }이에요.
doctor-backup-none = 백업: 아직 없어요. 봇이 켜져 있으면 하루에 한 번 { $folder }에 만들어요.
doctor-backup-old = 백업: 마지막 백업이 { $days }일 전이에요. 봇의 로그에서 'no backup'을 찾아보고, python -m bot db backup으로 지금 하나 만드세요.
doctor-backup-off = 백업: BACKUP_DAYS가 0이라 봇이 스스로 만들지 않아요.
doctor-backup-elsewhere = 백업: PostgreSQL은 pg_dump로 백업하세요. docs/operating.md에 방법이 있어요.
doctor-content-fine = 노트: { $folder }에 개념 { $concepts }개가 있어요.
doctor-content-faulty = 노트: { $folder }에 고칠 곳이 { $faults }군데 있어요. python -m bot content check로 보세요.
doctor-zones-fine = 시간대: Asia/Seoul을 알아요.
doctor-zones-missing = 시간대: 시간대 자료가 없어요. make run으로 tzdata를 다시 설치하세요.
doctor-font-fine = 글꼴: 그림에 한글을 쓸 수 있어요.
doctor-font-missing = 글꼴: 한글 글꼴을 열지 못했어요 ({ $fault }). make run으로 다시 설치하세요.
doctor-model-fine = 모델: 뜻으로도 답을 찾아요.
doctor-model-off = 모델: 쓰지 않아요 (ANSWERS_MODEL=off). 노트의 낱말로 답을 찾아요.
doctor-model-missing = 모델: 쓸 수 없어요 ({ $fault }). make run으로 다시 설치하거나, .env에 ANSWERS_MODEL=off를 쓰세요.
doctor-memory-fine = 메모리: { $free } MB를 쓸 수 있어요. 봇은 { $needed } MB쯤 써요.
doctor-memory-short = 메모리: { $free } MB만 쓸 수 있어요. 봇은 { $needed } MB쯤 써요. docs/operating.md의 512 MB 설정을 보세요.
doctor-memory-unknown = 메모리: 이 기기에서는 얼마나 비었는지 확인하지 못했어요.
doctor-all-fine = 다 괜찮아요.
doctor-something-to-do = 고칠 것이 { $count }가지 있어요 (✗).
