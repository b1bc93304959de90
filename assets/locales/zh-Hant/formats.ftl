## Files of newer formats

formats-newer-minor = { $file }由較新版本的 Runsheet 儲存（格式 { $format }，本版本只支援至格式 { $known }），新增的內容無法讀懂：請更新 Runsheet 後再修改；未有寫入任何內容
formats-newer-minor-read = 此活動由較新版本的 Runsheet 儲存（格式 { $format }，本版本只支援至格式 { $known }）：新增的內容不會顯示，在此只供閱讀；請更新 Runsheet 後再修改。
formats-newer-banner = 由較新版本的 Runsheet 儲存，現為唯讀：如要修改，請更新 Runsheet
formats-newer-leave = 開啟另一活動…
