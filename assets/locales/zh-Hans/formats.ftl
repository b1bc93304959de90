## Files of newer formats

formats-newer-minor = { $file }由较新版本的 Runsheet 保存（格式 { $format }，本版本只支持到格式 { $known }），新增的内容无法读懂：请更新 Runsheet 后再修改；没有写入任何内容
formats-newer-minor-read = 此活动由较新版本的 Runsheet 保存（格式 { $format }，本版本只支持到格式 { $known }）：新增的内容不会显示，在此仅供阅读；请更新 Runsheet 后再修改。
formats-newer-banner = 由较新版本的 Runsheet 保存，现为只读：如要修改，请更新 Runsheet
formats-newer-leave = 打开另一活动…
